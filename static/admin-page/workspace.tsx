import { useMemo, useState } from 'react';
import type { AdminPageView } from '../../src/contract/admin-page';
import { useFormat } from '../shared/surface-context';
import { call } from './admin-call';
import { createAdminWords } from './admin-words';
import { AlertsTab } from './alerts/alerts-tab';
import { AssumptionsTab } from './assumptions/assumptions-tab';
import { CalendarsTab } from './calendars/calendars-tab';
import { decisionsOf } from './check/decisions';
import { DraftBar, type Publication } from './draft/draft-bar';
import { ExchangeCard } from './exchange/exchange-card';
import { Guide } from './guide/guide';
import { createNames } from './names';
import { HealthTab } from './health/health-tab';
import { OrganizationsTab } from './organizations/organizations-tab';
import { PolicyTab } from './policy/policy-tab';
import { ProposalsTab } from './proposals/proposals-tab';
import { SetUpTab, type Adoption } from './set-up/set-up-tab';
import { Tabs, type Tab } from './tabs';
import { useCheck } from './check/use-check';
import { RecomputeBanner } from './draft/recompute-banner';
import { useDraft } from './draft/use-draft';
import { usePreview } from './draft/use-preview';
import { useRecompute } from './draft/use-recompute';
import { useUndoKeys } from './draft/use-undo-keys';
import { Resting } from './resting';
import { VersionsTab } from './versions/versions-tab';
import { useKeptChoice } from './use-kept-choice';
import {
  GUIDE_STEPS,
  TAB_KEYS,
  WorkspaceContext,
  type GuideStep,
  type TabKey,
  type Workspace,
} from './workspace-context';

/** The whole page: the policy in force with a draft on it. `onView` takes a newer view of the server's. */
export function PolicyWorkspace(props: {
  readonly view: AdminPageView;
  readonly onView: (view: AdminPageView) => void;
}) {
  const { view, onView } = props;
  const format = useFormat();
  const words = useMemo(() => createAdminWords(format), [format]);
  const draft = useDraft(view);
  const policy = draft.laid.document;
  const names = useMemo(() => createNames(policy, view.site, words), [policy, view.site, words]);
  const checked = useCheck(view, policy);
  const decisions = useMemo(
    () => decisionsOf(view.findings, checked.findings, draft.laid.steps),
    [view.findings, checked.findings, draft.laid.steps],
  );
  const [tab, setTab] = useKeptChoice<TabKey>('tab', TAB_KEYS, view.published === null ? 'set-up' : 'policy');
  const [adopt, setAdopt] = useState<Adoption>('new-tickets');
  const preview = usePreview(policy, adopt);
  const recompute = useRecompute(view.published?.version ?? null);
  useUndoKeys(draft);
  const [publication, setPublication] = useState<Publication>({ status: 'none' });

  const [isGuided, setGuided] = useState(view.published === null);
  const [guideStep, setGuideStep] = useKeptChoice<GuideStep>('guide', GUIDE_STEPS, 'policy');
  const openGuide = (step: GuideStep): void => {
    setGuideStep(step);
    setGuided(true);
    setTab('set-up');
  };

  /** Whether the draft is in force now. */
  const publish = async (): Promise<boolean> => {
    setPublication({ status: 'publishing' });
    const baseVersion = view.published?.version ?? null;
    const outcome = await call('publish', { document: policy, baseVersion, adopt });
    if (outcome.ok) {
      draft.clear();
      setPublication({ status: 'published', version: outcome.data.published?.version ?? 0 });
      onView(outcome.data);
      return true;
    }
    setPublication({ status: 'failed', failure: outcome });
    if (outcome.code !== 'conflict') return false;
    // The draft then stands on what was published meanwhile, and says so.
    const newest = await call('view', {});
    if (!newest.ok) return false;
    setPublication({ status: 'overtaken' });
    onView(newest.data);
    return false;
  };

  const errors = decisions.errors.filter(({ state }) => state === 'open').length;
  const open = [...decisions.errors, ...decisions.toDecide].filter(({ state }) => state === 'open').length;
  const setUp: Tab<TabKey> = {
    key: 'set-up',
    label: words.say('tabs.setUp'),
    badge: null,
    content: isGuided ? (
      <Guide
        step={guideStep}
        onStep={setGuideStep}
        adopt={adopt}
        onAdopt={setAdopt}
        errors={errors}
        onPublish={publish}
        onClose={() => {
          setGuided(false);
          if (view.published !== null) setTab('policy');
        }}
      />
    ) : (
      <>
        <SetUpTab adopt={adopt} onAdopt={setAdopt} onGuide={() => openGuide('policy')} />
        <ExchangeCard />
      </>
    ),
  };
  const others: readonly Tab<TabKey>[] = [
    {
      key: 'policy',
      label: words.say('tabs.policy'),
      badge: open > 0 ? format.number(open) : null,
      content: <PolicyTab decisions={decisions} checked={checked} />,
    },
    { key: 'assumptions', label: words.say('tabs.assumptions'), badge: null, content: <AssumptionsTab /> },
    {
      key: 'calendars',
      label: words.translate('calendars.tab'),
      badge: null,
      content: <CalendarsTab />,
    },
    { key: 'alerts', label: words.say('setting.alerts'), badge: null, content: <AlertsTab /> },
    {
      key: 'health',
      label: words.translate('health.title'),
      badge: null,
      content: tab === 'health' ? <HealthTab /> : null,
    },
    { key: 'organizations', label: words.say('tabs.organizations'), badge: null, content: <OrganizationsTab /> },
    { key: 'proposals', label: words.translate('proposals.tab'), badge: null, content: <ProposalsTab /> },
    { key: 'versions', label: words.say('versions.tab'), badge: null, content: <VersionsTab /> },
  ];
  const workspace: Workspace = { view, policy, draft, words, names, openTab: setTab, openGuide };
  const tabs = (view.published === null ? [setUp, ...others] : [...others, setUp]).map((part) => ({
    ...part,
    content: (
      <Resting isHidden={part.key !== tab} workspace={workspace}>
        {part.content}
      </Resting>
    ),
  }));
  return (
    <WorkspaceContext.Provider value={workspace}>
      <main className="page">
        <header className="page-header">
          <div className="row">
            <h1>{words.pick(policy.title.shown)}</h1>
            <span className="lozenge">
              {view.published === null
                ? words.say('title.notPublished')
                : words.say('title.inForce', { version: view.published.version })}
            </span>
            {view.published && (
              <span className="small subtle">
                {words.say('title.since', { at: format.ledgerInstant(view.published.publishedAt, view.at) })}
              </span>
            )}
          </div>
          <RecomputeBanner recompute={recompute} />
        </header>
        <Tabs label={words.say('tabs.label')} tabs={tabs} selected={tab} onSelect={setTab} />
      </main>
      <DraftBar
        findings={[...checked.findings, ...view.findings]}
        errors={errors}
        publication={publication}
        preview={preview}
        isGuided={isGuided && tab === 'set-up' && view.published === null}
        onPublish={() => void publish()}
      />
    </WorkspaceContext.Provider>
  );
}
