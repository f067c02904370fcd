import type { ReactNode } from 'react';
import { mayRetry, type Failure } from './bridge';
import { Icon } from './icon';
import './state.css';
import { useTranslate } from './surface-context';

/**
 * What failed and, where asking again may help, *Try again*. `title` says what could not be done; `children` says what
 * is still true.
 */
export function ErrorState(props: {
  readonly failure: Failure;
  readonly title?: string;
  /** Stands for the failure code's own words where the surface knows more. */
  readonly reason?: string | undefined;
  readonly children?: ReactNode;
  readonly onRetry?: () => void;
}) {
  const translate = useTranslate();
  const { failure, title, reason, children, onRetry } = props;
  return (
    <div className="banner banner-error" role="alert">
      <Icon name="breached" />
      <div className="stack">
        <p>
          {title !== undefined && <b>{title} </b>}
          {reason ?? translate(`errors.${failure.code}`)} {children}
        </p>
        {onRetry !== undefined && mayRetry(failure) && (
          <div>
            <button type="button" className="button" onClick={onRetry}>
              <Icon name="retry" />
              {translate('common.tryAgain')}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
