import type { ClockState } from '../../src/core/clock/clock';
import { Icon } from './icon';
import './lozenge.css';

/** A clock's state as icon, word and colour, in that order. `missed` keeps its subtle red: nothing is left to save. */
export function StateLozenge(props: { readonly state: ClockState; readonly word: string }) {
  return (
    <span className={`lozenge lozenge-${props.state}`}>
      <Icon name={props.state} />
      {props.word}
    </span>
  );
}
