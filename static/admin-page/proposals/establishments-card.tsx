import { useId, useState, type FormEvent } from 'react';
import type { EstablishmentRow } from '../../../src/contract/proposals';
import { parseCents } from '../../../src/core/proposal/money';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';
import { useFound } from './use-found';

/** What each organization counts in an order: its fee and its users. */
export function EstablishmentsCard() {
  const { translate } = useWorkspace().words;
  const [search, setSearch] = useState('');
  const { found, failure, more, retry } = useFound(search);
  const title = useId();
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>{translate('proposals.weights.title')}</h2>
      <p className="subtle">{translate('proposals.weights.text')}</p>
      <label className="choice search">
        <span className="label">{translate('proposals.search')}</span>
        <input type="search" className="field" value={search} onChange={({ target }) => setSearch(target.value)} />
      </label>
      <p className="small subtle" role="status">
        {found === null && failure === null && translate('proposals.searching')}
        {found?.establishments.length === 0 && translate('proposals.nobody')}
      </p>
      {failure !== null && <ErrorState failure={failure} title={translate('proposals.unread')} onRetry={retry} />}
      <ul className="weights">
        {found?.establishments.map((row) => (
          <WeightsRow key={row.organizationId} row={row} />
        ))}
      </ul>
      {found !== null && found.next !== null && (
        <button type="button" className="button more" onClick={more}>
          {translate('proposals.more')}
        </button>
      )}
    </section>
  );
}

type Field = 'fee' | 'users';

/** A fee is a figure for weighing, in any one currency: two decimals. */
function WeightsRow({ row }: { readonly row: EstablishmentRow }) {
  const { translate, language } = useWorkspace().words;
  const [kept, setKept] = useState(row);
  const [fee, setFee] = useState(feeText(row.fee, language));
  const [users, setUsers] = useState(row.users === null ? '' : String(row.users));
  const [wrong, setWrong] = useState<Field | null>(null);
  const [status, setStatus] = useState<'' | 'saving' | 'saved'>('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const id = useId();
  const isChanged = fee !== feeText(kept.fee, language) || users !== (kept.users === null ? '' : String(kept.users));

  const save = async (): Promise<void> => {
    const feeRead = readFee(fee);
    const usersRead = readUsers(users);
    setWrong(feeRead === 'wrong' ? 'fee' : usersRead === 'wrong' ? 'users' : null);
    if (feeRead === 'wrong' || usersRead === 'wrong') return;
    setStatus('saving');
    const outcome = await call('saveEstablishment', {
      organizationId: row.organizationId,
      fee: feeRead,
      users: usersRead,
    });
    setStatus(outcome.ok ? 'saved' : '');
    setFailure(outcome.ok ? null : outcome);
    if (!outcome.ok) return;
    setKept(outcome.data);
    setFee(feeText(outcome.data.fee, language));
    setUsers(outcome.data.users === null ? '' : String(outcome.data.users));
  };
  const field = (name: Field, value: string, onValue: (value: string) => void) => (
    <label className="choice">
      <span className="label">{translate(`proposals.weights.${name}`)}</span>
      <input
        className="field weight-field"
        inputMode={name === 'fee' ? 'decimal' : 'numeric'}
        autoComplete="off"
        maxLength={20}
        value={value}
        aria-label={translate(`proposals.weights.${name}Of`, { name: row.name })}
        aria-invalid={wrong === name}
        aria-describedby={wrong === name ? `${id}-wrong` : undefined}
        onChange={({ target }) => {
          onValue(target.value);
          setStatus('');
        }}
      />
    </label>
  );
  return (
    <li>
      <form
        className="weights-row"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (status !== 'saving') void save();
        }}
      >
        <span className="weights-name">{row.name}</span>
        {field('fee', fee, setFee)}
        {field('users', users, setUsers)}
        <button
          type="submit"
          className="button"
          disabled={!isChanged}
          aria-label={translate('proposals.weights.saveOf', { name: row.name })}
        >
          {translate('proposals.weights.save')}
        </button>
        <span className="small subtle" role="status">
          {status !== '' && translate(`proposals.weights.${status}`)}
        </span>
      </form>
      {wrong !== null && (
        <p id={`${id}-wrong`} className="small field-error" role="alert">
          {translate(`proposals.weights.${wrong}Wrong`)}
        </p>
      )}
      {failure !== null && (
        <ErrorState failure={failure} title={translate('proposals.weights.unsaved')} onRetry={() => void save()} />
      )}
    </li>
  );
}

function feeText(fee: number | null, language: 'en' | 'fr'): string {
  if (fee === null) return '';
  const figure = (fee / 100).toFixed(2);
  return language === 'fr' ? figure.replace('.', ',') : figure;
}

function readFee(text: string): number | null | 'wrong' {
  if (text.trim() === '') return null;
  if (/^0+([.,]0*)?$/.test(text.trim())) return 0;
  const parsed = parseCents(text, 'CAD');
  return parsed.ok ? parsed.cents : 'wrong';
}

function readUsers(text: string): number | null | 'wrong' {
  const bare = text.replace(/\s/g, '');
  if (bare === '') return null;
  return /^\d{1,8}$/.test(bare) ? Number(bare) : 'wrong';
}
