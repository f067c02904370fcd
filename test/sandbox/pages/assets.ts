import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { themeCss } from '../platform/theme-css';
import type { WebAnswer, WebRoute } from './web/web';

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" fill="none" stroke="#758195" stroke-width="1.6"/><path d="M8 1.8A6.2 6.2 0 0 1 14.2 8" fill="none" stroke="#388bff" stroke-width="2.4"/></svg>`;

/** The pages' script, styles, design tokens and icon; made once, when the site starts. */
export async function assetRoutes(): Promise<readonly WebRoute[]> {
  const script = await build({
    entryPoints: [join(__dirname, 'browser/pages.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  const styles = join(__dirname, 'style');
  const css = readdirSync(styles)
    .sort()
    .map((file) => readFileSync(join(styles, file), 'utf8'))
    .join('\n');
  return [
    asset('/site/pages.js', 'text/javascript', script.outputFiles[0]?.text ?? ''),
    asset('/site/pages.css', 'text/css', css),
    asset('/site/theme.css', 'text/css', themeCss()),
    asset('/site/icon.svg', 'image/svg+xml', ICON),
  ];
}

function asset(template: string, type: string, body: string): WebRoute {
  const answer: WebAnswer = {
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' },
    body,
  };
  return { method: 'GET', template, answer: () => answer };
}
