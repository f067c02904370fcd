import type { PolicyDocument } from '../../../src/core/policy/document';
import type { StepKind } from '../draft/step-kind';
import { settingName } from '../setting-name';

/** What customers and agents are offered only where an admin allows it: the switches among the portal’s settings. */
export type PortalSetting = Exclude<keyof PolicyDocument['portal'], 'pausesForOthers'>;

/** One of those offers allowed, or no longer. */
export interface PortalStep {
  readonly kind: 'portal';
  readonly setting: PortalSetting;
  readonly on: boolean;
}

export const portalStep: StepKind<PortalStep> = {
  kind: 'portal',
  key: ({ setting }) => setting,
  apply: (document, { setting, on }) => ({ ...document, portal: { ...document.portal, [setting]: on } }),
  words: ({ setting, on }, { base, words }) => {
    const yesOrNo = (value: boolean): string => words.say(value ? 'yes' : 'no');
    const place = settingName(`portal.${setting}`, words);
    return [{ place, before: yesOrNo(base.portal[setting]), after: yesOrNo(on) }];
  },
};
