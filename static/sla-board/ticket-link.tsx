import { NavigationTarget, router } from '@forge/bridge';
import type { ReactNode, Ref } from 'react';
import { useExtension } from '../shared/surface-context';

/**
 * A link to a ticket. Its address serves whoever copies it; a click goes through the bridge, since a frame may not take
 * the page around it elsewhere.
 */
export function TicketLink(props: {
  readonly issueKey: string;
  readonly className?: string;
  readonly tabIndex?: number;
  readonly linkRef?: Ref<HTMLAnchorElement>;
  readonly onFocus?: () => void;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const { issueKey, className, tabIndex, linkRef, onFocus, title, children } = props;
  const { siteUrl } = useExtension();
  return (
    <a
      ref={linkRef}
      href={`${siteUrl}/browse/${issueKey}`}
      className={className}
      tabIndex={tabIndex}
      title={title}
      onFocus={onFocus}
      onClick={(event) => {
        event.preventDefault();
        const location = { target: NavigationTarget.Issue, issueKey };
        void (event.metaKey || event.ctrlKey || event.shiftKey ? router.open(location) : router.navigate(location));
      }}
    >
      {children}
    </a>
  );
}
