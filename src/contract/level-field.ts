import type { LevelView, MeasureTexts } from './level';

/** What the editor and the view of the impact and urgency fields show: the levels in order, of the published policy. */
export type LevelFieldView =
  | { readonly state: 'not-configured' }
  | {
      readonly state: 'ready';
      readonly impacts: readonly LevelView[];
      readonly urgencies: readonly LevelView[];
      readonly measures: MeasureTexts;
    };

export type LevelFieldApi = {
  view: { request: Record<string, never>; response: LevelFieldView };
};
