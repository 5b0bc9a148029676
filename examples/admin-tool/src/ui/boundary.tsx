import { Component, type ReactNode } from 'react';
import { asFailure, type CallFailure } from '../api/ask.ts';

interface BoundaryProps {
  readonly broken: (failure: CallFailure, again: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** What an answer that is not of its schema's shape breaks: this part of the page, which says so, and no more of it. */
export class Boundary extends Component<BoundaryProps, { readonly failure: CallFailure | null }> {
  override state: { readonly failure: CallFailure | null } = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: asFailure(error) };
  }

  override render() {
    const { failure } = this.state;
    return failure === null ? this.props.children : this.props.broken(failure, () => this.setState({ failure: null }));
  }
}
