import type { ReactNode } from 'react';
import './state.css';
import { useTranslate } from './surface-context';

/** Shapes of what is coming, hidden from screen readers, which hear *Loading* once. */
export function Skeleton(props: { readonly children: ReactNode }) {
  const translate = useTranslate();
  return (
    <div role="status" aria-busy="true">
      <span className="visually-hidden">{translate('common.loading')}</span>
      <div aria-hidden="true">{props.children}</div>
    </div>
  );
}

/** One shape: a line of text (`wide`, `half`), or the dial. */
export function SkeletonShape(props: { readonly shape: 'dial' | 'wide' | 'half' | 'block' }) {
  return <div className={`skeleton skeleton-${props.shape}`} />;
}
