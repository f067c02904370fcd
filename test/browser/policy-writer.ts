/** A support policy written on the admin page as a person writes it: by its labels, key by key, word by word. */
import type { FrameLocator, Locator } from 'playwright-core';
import type { ListName } from '../../src/core/policy/edit/list-names';
import { keysOf } from '../../src/core/policy/edit/list-names';
import type { PolicyDocument } from '../../src/core/policy/document';
import { SLA_METRICS } from '../../src/core/policy/document';
import { isAlways } from '../../src/core/time/calendar';
import { formatDuration } from '../../src/core/time/duration';
import type { Bilingual, PolicyText } from '../../src/core/policy/text';

const ADD: Readonly<Record<ListName, string>> = {
  impacts: 'Add a level of impact',
  urgencies: 'Add a level of urgency',
  priorities: 'Add a priority',
  plans: 'Add a plan',
  entitlements: 'Add a row',
  clauses: 'Add a clause',
  reasons: 'Add a reason',
  orderingBodies: 'Add a body',
};

/** Writes the whole document, beginning with an empty policy. */
export async function writePolicy(frame: FrameLocator, document: PolicyDocument): Promise<void> {
  await frame.getByText('Begin again with another policy').click();
  await frame.getByRole('button', { name: 'Begin with: An empty policy' }).click();
  await frame.getByRole('button', { name: 'Replace it' }).click();
  await writeHours(frame, document);
  await writeMatrix(frame, document);
  await writePlans(frame, document);
  await writeTargets(frame, document);
  await writeTexts(frame, document);
  await writeLists(frame, document);
  await writeSettings(frame, document);
}

async function writeHours(frame: FrameLocator, { calendars, defaultCalendar }: PolicyDocument): Promise<void> {
  const named = calendars[defaultCalendar];
  if (named === undefined || isAlways(named.calendar) || named.holidaySource === null) throw new Error('no such hours');
  const [day] = named.calendar.weeklyHours[1] ?? [];
  await frame.getByRole('combobox', { name: 'Country' }).selectOption(named.holidaySource.country);
  const region = frame.getByRole('combobox', { name: 'Region' });
  await region.locator(`option[value="${named.holidaySource.region ?? ''}"]`).waitFor({ state: 'attached' });
  await region.selectOption(named.holidaySource.region ?? '');
  await frame.getByRole('combobox', { name: 'Time zone' }).selectOption(named.calendar.timeZone);
  await frame.getByLabel('Monday to Friday, from').fill(day?.start ?? '');
  await frame.getByLabel('to', { exact: true }).fill(day?.end ?? '');
  await frame.getByRole('button', { name: 'Make the calendars' }).click();
  await frame.getByRole('heading', { name: 'Hours and holidays' }).waitFor({ state: 'detached' });
}

async function writeMatrix(frame: FrameLocator, document: PolicyDocument): Promise<void> {
  const matrix = frame.getByRole('region', { name: 'Matrix', exact: true });
  for (const { key, label, jiraPriorityId } of document.priorities) {
    await add(frame, 'priorities', key, label);
    await matrix.getByRole('combobox', { name: `Jira priority of ${label.en}` }).selectOption(jiraPriorityId ?? '');
  }
  for (const list of ['impacts', 'urgencies'] as const) {
    const axis = list === 'impacts' ? 'Impact' : 'Urgency';
    for (const { key, label, description, matrixLabel } of document[list]) {
      await add(frame, list, key, label.shown);
      const item = itemOf(frame.getByRole('region', { name: axis, exact: true }), key);
      await writeText(item.locator('.text-editor').nth(0), label);
      await writeText(item.locator('.text-editor').nth(1), description);
      if (matrixLabel === undefined) continue;
      await item.getByLabel('The published matrix calls it by another word').check();
      await writeText(item.locator('.text-editor').nth(2), matrixLabel);
    }
  }
  for (const impact of document.impacts) {
    for (const urgency of document.urgencies) {
      const cell = frame.getByLabel(`${impact.label.shown.en} × ${urgency.label.shown.en}`, { exact: true });
      await cell.selectOption(document.matrix[impact.key]?.[urgency.key] ?? '');
    }
  }
}

async function writePlans(frame: FrameLocator, document: PolicyDocument): Promise<void> {
  const card = frame.getByRole('region', { name: 'Plans and what they include' });
  for (const { key, label, rank, price, portalVisibility } of document.plans) {
    const name = label.shown.en;
    await add(frame, 'plans', key, label.shown);
    await write(card.getByLabel(`Rank of ${name}`), String(rank));
    await card.getByRole('combobox', { name: `Price of ${name}` }).selectOption(price.kind);
    if (price.kind === 'percent-of-subscription') {
      await write(card.getByLabel(`Percent for ${name}`), String(price.percent));
    }
    await card.getByRole('combobox', { name: `What customers of ${name} see` }).selectOption(portalVisibility);
  }
  for (const key of keysOf(document, 'entitlements')) {
    const rows = document.plans.flatMap(({ label, entitlements }) =>
      entitlements.filter((row) => row.key === key).map((row) => ({ ...row, plan: label.shown.en })),
    );
    const [first] = rows;
    if (first === undefined) continue;
    await add(frame, 'entitlements', key, first.label.shown);
    const item = itemOf(card, key);
    await writeText(item.locator('.text-editor').first(), first.label);
    for (const { plan, inclusion } of rows) {
      const choice = item.getByRole('combobox', { name: `${first.label.shown.en}, ${plan}` });
      await choice.selectOption(inclusion);
    }
  }
}

async function writeTargets(frame: FrameLocator, document: PolicyDocument): Promise<void> {
  const card = frame.getByRole('region', { name: 'Plans and targets', exact: true });
  const goals = document.plans.flatMap((plan) =>
    document.priorities.flatMap(({ key, label }) =>
      SLA_METRICS.flatMap((metric) => {
        const goal = plan.goals[key]?.[metric];
        return goal === undefined ? [] : [{ name: `${label.en} ${metric} on ${plan.label.shown.en}`, goal }];
      }),
    ),
  );
  for (const { name, goal } of goals) {
    const calendar = document.calendars[goal.calendar]?.calendar;
    const length = formatDuration(goal.target);
    const typed = calendar && isAlways(calendar) ? `${length} (24x7)` : length;
    await write(card.getByRole('textbox', { name, exact: true }), typed);
  }
  await card.getByText('The published table, cell by cell').click();
  for (const { name, goal } of goals) {
    await write(card.getByRole('textbox', { name: `${name} as published in English` }), goal.published.en ?? '');
    await write(card.getByRole('textbox', { name: `${name} as published in French` }), goal.published.fr ?? '');
  }
}

async function writeTexts(frame: FrameLocator, document: PolicyDocument): Promise<void> {
  const { key, title, updated, clauses, duty, priorities } = document;
  const card = frame.getByRole('region', { name: 'The document' });
  await writeText(card.locator('.text-editor').first(), title);
  await write(card.getByLabel('Key of the policy'), key);
  if (updated !== null) {
    await card.getByLabel('Date of the policy').fill(updated.date);
    await writeText(card.locator('.text-editor').nth(1), updated.text);
  }
  for (const clause of clauses) {
    await add(frame, 'clauses', clause.key, { en: clause.key, fr: clause.key });
    await writeText(itemOf(card, clause.key).locator('.text-editor').first(), clause.text);
  }
  for (const priority of priorities) {
    await card.getByLabel(priority.label.en, { exact: true }).setChecked(duty.priorities.includes(priority.key));
  }
  await writeText(card.locator('.text-editor').last(), duty.text);
}

async function writeLists(frame: FrameLocator, document: PolicyDocument): Promise<void> {
  for (const list of ['reasons', 'orderingBodies'] as const) {
    for (const { key, label } of document[list]) await add(frame, list, key, label);
  }
}

async function writeSettings(frame: FrameLocator, { thresholds, alerts }: PolicyDocument): Promise<void> {
  await frame.getByRole('tab', { name: 'Alerts' }).click();
  const warnings = thresholds.map((threshold) =>
    threshold.kind === 'percent' ? `${threshold.percent} %` : `${formatDuration(threshold.remaining)} left`,
  );
  const field = frame.locator('form.inline-form');
  await field.getByRole('textbox').fill(warnings.join(', '));
  await field.getByRole('button').click();
  await frame.getByRole('combobox', { name: 'Language of comments and mail' }).selectOption(alerts.language);
  await frame.getByRole('tab', { name: 'Policy' }).click();
}

async function add(frame: FrameLocator, list: ListName, key: string, label: Bilingual): Promise<void> {
  const form = frame.getByRole('form', { name: ADD[list] });
  await form.getByLabel('Name in English').fill(label.en);
  await form.getByLabel('Name in French').fill(label.fr);
  await form.getByLabel('Key', { exact: true }).fill(key);
  await form.getByRole('button', { name: ADD[list] }).click();
}

/** The published wording first, in the languages that have it; then what people read where it is another. */
async function writeText(editor: Locator, { published, shown }: PolicyText): Promise<void> {
  await editor.getByRole('button', { name: /^Edit / }).click();
  await editor.getByText('Word for word, as your document has it').click();
  if (published.en !== null) await write(editor.getByLabel(/as published, English$/), published.en);
  if (published.fr !== null) await write(editor.getByLabel(/as published, French$/), published.fr);
  await write(editor.getByLabel(/^(?!.*as published).*, English$/), shown.en);
  await write(editor.getByLabel(/^(?!.*as published).*, French$/), shown.fr);
  await editor.getByRole('button', { name: /^Done with / }).click();
}

async function write(field: Locator, text: string): Promise<void> {
  if ((await field.inputValue()) === text) return;
  await field.fill(text);
  await field.blur();
}

function itemOf(within: Locator, key: string): Locator {
  return within.locator('li.item').filter({ has: within.page().locator(`code:text-is("${key}")`) });
}
