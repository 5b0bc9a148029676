import { Unplug } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { defineWords, useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';

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
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const words = useWords(WORDS);
  return (
    <div role="alert">
      <Empty title={words.title} icon={Unplug}>
        <p>{words.help}</p>
        <Button onPress={() => location.reload()}>{words.reload}</Button>
      </Empty>
    </div>
  );
}
