import type { LevelFieldApi } from '../../src/contract/level-field';
import { createCall } from '../shared/bridge';
import { eager } from '../shared/eager';
import { EmptyState } from '../shared/empty-state';
import { ErrorState } from '../shared/error-state';
import { Skeleton, SkeletonShape } from '../shared/skeleton';
import { useExtension, useTranslate } from '../shared/surface-context';
import { useView } from '../shared/use-view';
import { fieldPlaceOf, type FieldPlace } from './field-place';
import { LevelEditor } from './level-editor';
import './level-field.css';
import { LevelText } from './level-text';
import type { LevelFieldMessages } from './messages';

const call = createCall<LevelFieldApi>();
const askView = eager(() => call('view', {}));

/** The impact or urgency field, to read or to set, wherever Jira and the portal show it. */
export function LevelField() {
  const { moduleKey, extension } = useExtension();
  const place = fieldPlaceOf(moduleKey, extension);
  if (place === null) throw new Error(`No level field: ${moduleKey}`);
  return <PlacedField place={place} />;
}

function PlacedField({ place }: { readonly place: FieldPlace }) {
  const translate = useTranslate<LevelFieldMessages>();
  const { state, reload } = useView(askView);
  if (state.status === 'loading') {
    return (
      <Skeleton>
        <SkeletonShape shape={place.mode === 'edit' ? 'block' : 'half'} />
      </Skeleton>
    );
  }
  if (state.status === 'failed') {
    return <ErrorState failure={state.failure} title={translate('levelField.unread')} onRetry={reload} />;
  }
  if (state.data.state === 'not-configured') {
    return place.mode === 'edit' ? (
      <EmptyState title={translate('levelField.unpublished.title')} text={translate('levelField.unpublished.text')} />
    ) : (
      <LevelText levels={[]} value={place.value} />
    );
  }
  const levels = place.measure === 'impact' ? state.data.impacts : state.data.urgencies;
  return place.mode === 'edit' ? (
    <LevelEditor place={place} levels={levels} definition={state.data.measures[place.measure]} />
  ) : (
    <LevelText levels={levels} value={place.value} />
  );
}
