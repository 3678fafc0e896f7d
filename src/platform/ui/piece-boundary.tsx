import { Component, type ReactNode } from 'react';

interface PieceBoundaryProps {
  children: ReactNode;
  /** Takes back what opened the piece. */
  onFailed?: () => void;
}

/** Around a piece of a page that is fetched on its own: when it cannot be, as offline, a toast says so and the page stays. */
export class PieceBoundary extends Component<PieceBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown) {
    // Patients' pages name pieces too, and have no toasts: they must not load them for this.
    void import('./notify').then(({ notifyProblem }) => notifyProblem(error)).catch(() => undefined);
    this.props.onFailed?.();
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
