import { withMember } from '../draft/with-member';
import type { StepKind } from '../draft/step-kind';

/** Whether reports list tickets of a resolution (duplicate …) apart. */
export interface ResolutionApartStep {
  readonly kind: 'resolution-apart';
  readonly resolution: { readonly id: string; readonly name: string };
  readonly on: boolean;
}

export const resolutionApartStep: StepKind<ResolutionApartStep> = {
  kind: 'resolution-apart',
  key: ({ resolution }) => resolution.id,
  apply: (document, { resolution, on }) => ({
    ...document,
    resolutionIdsApart: withMember(document.resolutionIdsApart, resolution.id, on),
  }),
  words: ({ resolution, on }, { words }) => [
    {
      place: words.say('resolutions.apart', { resolution: words.quote(resolution.name) }),
      before: words.say(on ? 'no' : 'yes'),
      after: words.say(on ? 'yes' : 'no'),
    },
  ],
};
