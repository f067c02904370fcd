import { useId, useState } from 'react';
import { LINES_A_PART, type ImportLineRequest, type ImportView } from '../../../src/contract/admin-page';
import { readImport, type ImportReading } from '../../../src/core/policy/assignment-import';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { call } from '../admin-call';
import { problemWords } from '../draft/problem-words';
import { useWorkspace } from '../workspace-context';
import { readCsv, type Encoding } from '../../shared/csv';
import { HEADINGS } from './import-headings';
import { ImportDryRun } from './import-dry-run';
import type { OrganizationList } from './use-organizations';

/** What a file may weigh: some 50,000 lines. */
const MOST_BYTES = 5 * 1024 * 1024;

type Stage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'read'; readonly reading: ImportReading; readonly encoding: Encoding }
  | { readonly kind: 'sending'; readonly sent: number; readonly of: number };

/** Takes a file, shows what each of its lines would do, and applies it once the admin says so. */
export function ImportPanel(props: {
  readonly list: OrganizationList;
  readonly onStarted: (view: ImportView) => void;
  readonly onClose: () => void;
}) {
  const { view, words, names } = useWorkspace();
  const { say } = words;
  const { list, onStarted, onClose } = props;
  const [stage, setStage] = useState<Stage>({ kind: 'choose' });
  const [pasted, setPasted] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const id = useId();

  const read = async (bytes: ArrayBuffer): Promise<void> => {
    setFailure(null);
    if (bytes.byteLength > MOST_BYTES) {
      setStage({ kind: 'too-large' });
      return;
    }
    setStage({ kind: 'reading' });
    const organizations = await list.whole();
    if (organizations === null) {
      setStage({ kind: 'choose' });
      return;
    }
    const { rows, encoding } = readCsv(bytes, HEADINGS);
    const assignments = organizations.flatMap((organization) => organization.assignments);
    const reading = readImport(rows, { policy: view.document, organizations, assignments, headings: HEADINGS });
    setStage({ kind: 'read', reading, encoding });
  };

  const apply = async (lines: readonly ImportLineRequest[]): Promise<void> => {
    setFailure(null);
    const parts = inParts(lines);
    let importId: string | null = null;
    for (const [part, some] of parts.entries()) {
      setStage({ kind: 'sending', sent: part, of: parts.length });
      const kept: Awaited<ReturnType<typeof call<'uploadImport'>>> = await call('uploadImport', {
        importId,
        part,
        lines: some,
      });
      if (!kept.ok) {
        stop(kept);
        return;
      }
      importId = kept.data.importId;
    }
    if (importId === null) return;
    const started = await call('startImport', { importId, parts: parts.length });
    if (!started.ok) {
      stop(started);
      return;
    }
    onStarted(started.data);
  };
  const stop = (refused: Failure): void => {
    setFailure(refused);
    setStage({ kind: 'choose' });
  };

  return (
    <section className="import" aria-labelledby={`${id}-title`}>
      <div className="row between">
        <h3 id={`${id}-title`}>{say('organizations.import.title')}</h3>
        <button type="button" className="button button-subtle" onClick={onClose}>
          {say('organizations.import.close')}
        </button>
      </div>
      {failure && (
        <ErrorState failure={failure} title={say('organizations.import.notStarted')}>
          {failure.problems.map((problem) => problemWords(problem, [], words, names)).join(' ')}
        </ErrorState>
      )}
      {(stage.kind === 'choose' || stage.kind === 'reading' || stage.kind === 'too-large') && (
        <>
          <p className="small subtle" id={`${id}-help`}>
            {say('organizations.import.help')}
          </p>
          <label className="choice">
            <span className="label">{say('organizations.import.file')}</span>
            <input
              type="file"
              className="field"
              accept=".csv,.txt,text/csv,text/plain"
              aria-describedby={`${id}-help`}
              disabled={stage.kind === 'reading'}
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file !== undefined) void file.arrayBuffer().then(read);
                target.value = '';
              }}
            />
          </label>
          <details className="fold">
            <summary>{say('organizations.import.orPaste')}</summary>
            <div className="stack">
              <textarea
                className="field paste"
                rows={6}
                aria-label={say('organizations.import.paste')}
                value={pasted}
                onChange={({ target }) => setPasted(target.value)}
              />
              <div>
                <button
                  type="button"
                  className="button"
                  disabled={pasted.trim() === '' || stage.kind === 'reading'}
                  onClick={() => void read(bytesOf(pasted))}
                >
                  {say('organizations.import.check')}
                </button>
              </div>
            </div>
          </details>
        </>
      )}
      {stage.kind === 'too-large' && (
        <p className="field-error" role="alert">
          {say('organizations.import.tooLarge')}
        </p>
      )}
      {stage.kind === 'reading' && <p role="status">{say('organizations.reading', { count: list.read ?? 0 })}</p>}
      {stage.kind === 'read' && (
        <ImportDryRun
          reading={stage.reading}
          encoding={stage.encoding}
          onApply={(lines) => void apply(lines)}
          onBack={() => setStage({ kind: 'choose' })}
        />
      )}
      {stage.kind === 'sending' && (
        <p role="status">{say('organizations.import.sending', { part: stage.sent + 1, of: stage.of })}</p>
      )}
    </section>
  );
}

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}

/** Lines of one organization stay together, so that each part can be judged by itself. */
function inParts(lines: readonly ImportLineRequest[]): readonly (readonly ImportLineRequest[])[] {
  const sorted = lines.toSorted(
    (a, b) => a.organizationId.localeCompare(b.organizationId) || (a.from < b.from ? -1 : 1),
  );
  const parts: ImportLineRequest[][] = [];
  for (const line of sorted) {
    const part = parts.at(-1);
    const startsAnother = part?.at(-1)?.organizationId !== line.organizationId;
    const isFull =
      part === undefined || part.length >= LINES_A_PART || (part.length > LINES_A_PART - 20 && startsAnother);
    if (isFull) parts.push([line]);
    else part.push(line);
  }
  return parts;
}
