import { createRequire } from 'node:module';

/** The parts of Atlassian's design tokens that a Custom UI frame gets from `view.theme.enable()`. */
const PARTS = ['light', 'dark', 'spacing', 'typography', 'shape', 'motion'] as const;

/** What the frame's `<html>` says in `data-theme`, for the parts' selectors to match. */
export const THEMES = 'light:light dark:dark spacing:spacing typography:typography shape:shape motion:motion';

/** The tokens' style sheets of both colour modes, from the installed @atlaskit/tokens. */
export function themeCss(): string {
  const load = createRequire(__filename);
  return PARTS.map((part) => {
    const theme = load(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${part}.js`) as { default: string };
    return theme.default;
  }).join('\n');
}
