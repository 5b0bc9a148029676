import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { Empty } from '../ui/empty.tsx';
import { defineWords, useWords } from '../words/words.ts';

const WORDS = defineWords(
  { title: 'There is no such page', back: 'To the accounts' },
  { title: 'Diese Seite gibt es nicht', back: 'Zu den Kunden' },
);

export function NotFound() {
  const words = useWords(WORDS);
  return (
    <Empty title={words.title} icon={Compass}>
      <Link to="/">{words.back}</Link>
    </Empty>
  );
}
