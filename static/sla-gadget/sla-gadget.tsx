import { useExtension } from '../shared/surface-context';
import { GadgetEdit } from './gadget-edit';
import { GadgetFigures } from './gadget-figures';
import './sla-gadget.css';

/** A project's promises on a dashboard, or the choice of the project. The dashboard itself shows the gadget's title. */
export function SlaGadget() {
  const { extension } = useExtension();
  return <main className="gadget">{extension['entryPoint'] === 'edit' ? <GadgetEdit /> : <GadgetFigures />}</main>;
}
