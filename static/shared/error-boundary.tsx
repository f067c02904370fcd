import { Component, type ReactNode } from 'react';
import { failure } from './bridge';
import { ErrorState } from './error-state';

/** A fault while rendering shows as an error state instead of an empty frame; trying again renders anew. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <ErrorState
        failure={failure('unexpected')}
        onRetry={() => {
          this.setState({ broken: false });
        }}
      />
    );
  }
}
