import { Unplug } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { defineWords, useWords } from '../words/words.ts';
import { Button } from './button.tsx';

const WORDS = defineWords(
  {
    title: 'This page has stopped working',
    help: 'Nothing that was saved is lost. Loading it again usually helps, also when the portal has just been renewed.',
    reload: 'Load again',
  },
  {
    title: 'Diese Seite funktioniert nicht mehr',
    help: 'Gespeichertes ist nicht verloren. Meist hilft neu laden, auch wenn das Portal gerade erneuert wurde.',
    reload: 'Neu laden',
  },
);

interface BoundaryProps {
  /** Where it stands; at another place it is tried again. */
  readonly at?: string;
  /** Whether it stands around the whole page. */
  readonly isWhole?: boolean;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly isBroken: boolean;
  readonly at: string | undefined;
}

/** What a fault in a part of the page breaks, or a part that could not be loaded: that part, which says so, and no more. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { isBroken: false, at: this.props.at };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  static getDerivedStateFromProps({ at }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return at === state.at ? null : { isBroken: false, at };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return this.props.isWhole ? (
      <main className="page">
        <Broken />
      </main>
    ) : (
      <Broken />
    );
  }
}

function Broken() {
  const words = useWords(WORDS);
  return (
    <div className="empty" role="alert">
      <Unplug className="icon" aria-hidden />
      <h1>{words.title}</h1>
      <p>{words.help}</p>
      <Button onPress={() => location.reload()}>{words.reload}</Button>
    </div>
  );
}
