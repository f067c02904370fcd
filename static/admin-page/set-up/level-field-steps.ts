import type { LevelFieldMapping, LevelKey, PolicyDocument } from '../../../src/core/policy/document';
import { noSuchPlace } from '../../../src/core/policy/change-text';
import type { LevelAxis } from '../../../src/core/policy/matrix';
import type { StepKind } from '../draft/step-kind';

/** Which of the site's own select lists stands for impact or urgency; null for Cadran's own field. */
export interface LevelFieldStep {
  readonly kind: 'level-field';
  readonly axis: LevelAxis;
  readonly field: { readonly id: string; readonly name: string } | null;
}

export const levelFieldStep: StepKind<LevelFieldStep> = {
  kind: 'level-field',
  key: ({ axis }) => axis,
  apply: (document, { axis, field }) => {
    const before = document.levelFields[axis];
    if (field === null) return withMapping(document, axis, null);
    return withMapping(document, axis, before?.fieldId === field.id ? before : { fieldId: field.id, options: {} });
  },
  words: ({ axis, field }, { base, words: { say }, names }) => [
    {
      place: say('levelFields.of', { axis: names.axis(axis) }),
      before: base.levelFields[axis]?.fieldId ?? say('levelFields.own'),
      after: field?.name ?? say('levelFields.own'),
    },
  ],
};

/** Which level an option of that field stands for; null for none. */
export interface LevelOptionStep {
  readonly kind: 'level-option';
  readonly axis: LevelAxis;
  readonly option: { readonly id: string; readonly name: string };
  readonly level: LevelKey | null;
}

export const levelOptionStep: StepKind<LevelOptionStep> = {
  kind: 'level-option',
  key: ({ axis, option }) => `${axis}/${option.id}`,
  apply: (document, { axis, option, level }) => {
    const before = document.levelFields[axis];
    if (before === null) throw noSuchPlace(`levelFields.${axis}`);
    const { [option.id]: _before, ...others } = before.options;
    return withMapping(document, axis, {
      ...before,
      options: level === null ? others : { ...others, [option.id]: level },
    });
  },
  words: ({ axis, option, level }, { base, words: { say }, names }) => {
    const name = (key: string | null | undefined): string => (key ? names.level(axis, key) : say('none'));
    return [
      {
        place: say('levelFields.option', { axis: names.axis(axis), option: option.name }),
        before: name(base.levelFields[axis]?.options[option.id]),
        after: name(level),
      },
    ];
  },
};

function withMapping(document: PolicyDocument, axis: LevelAxis, mapping: LevelFieldMapping | null): PolicyDocument {
  return { ...document, levelFields: { ...document.levelFields, [axis]: mapping } };
}
