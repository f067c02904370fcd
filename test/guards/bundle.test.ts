/** What ships: the functions' bundle stays light, and each surface within its budget (gzip of its JavaScript). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleForNode } from '../sandbox/platform/bundle';

const ROOT = join(__dirname, '../..');
const KB = 1024;

const TABLES = ['node_modules/date-holidays', 'node_modules/astronomia', 'node_modules/ical.js'];

describe('the functions’ bundles', () => {
  const tablesIn = async (file: string): Promise<readonly string[]> => {
    const { path } = await bundleForNode(join(ROOT, 'src', file));
    const code = readFileSync(path, 'utf8');
    return ['node_modules/luxon', ...TABLES].filter((name) => code.includes(name));
  };

  it('events, sweeps and panels: no date-holidays, for holidays are looked up when a calendar is edited', async () => {
    expect(await tablesIn('index.ts')).toEqual(['node_modules/luxon']);
  });

  it('the admin page and the refresh of holidays: all of it', async () => {
    expect(await tablesIn('admin.ts')).toEqual(['node_modules/luxon', ...TABLES]);
  });
});

/** Scripts that are fetched only when somebody opens what they are for. */
const isLater = (name: string): boolean => name.startsWith('report-page');

const sizeOf = (folder: string, scripts: readonly string[]): number =>
  scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);

describe('surfaces', () => {
  it.each([
    ['agent-panel', 190],
    ['level-field', 90],
    ['customer-panel', 110],
    ['request-form', 110],
    ['sla-board', 110],
    ['sla-gadget', 100],
    ['admin-page', 450],
  ])('%s is under %i KB gzip', (surface, budget) => {
    const assets = join(ROOT, 'static/dist', surface, 'assets');
    expect(existsSync(assets)).toBe(true);
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js') && !isLater(name));
    expect(scripts.length).toBeGreaterThan(0);
    expect(sizeOf(assets, scripts) / KB).toBeLessThan(budget);
  });

  it('bring the charts of the reports in a bundle of their own, under 140 KB gzip', () => {
    const assets = join(ROOT, 'static/dist/sla-board/assets');
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    const withCharts = scripts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('recharts-'));
    expect(withCharts).toEqual(scripts.filter(isLater));
    expect(withCharts).toHaveLength(1);
    expect(sizeOf(assets, withCharts) / KB).toBeLessThan(140);
  });

  it('load nothing but relative assets and carry no inline script or style', () => {
    for (const surface of readdirSync(join(ROOT, 'static/dist'))) {
      const html = readFileSync(join(ROOT, 'static/dist', surface, 'index.html'), 'utf8');
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/);
      const references = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url);
      expect(references.filter((url) => !url.startsWith('./'))).toEqual([]);
    }
  });
});
