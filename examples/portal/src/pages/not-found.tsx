import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { useTitle } from '../ui/use-title.ts';
import { defineWords, useWords } from '../words/words.ts';

const WORDS = defineWords(
  {
    title: 'There is no such page',
    help: 'The address may be mistyped, or be of another version.',
    back: 'To the accounts',
  },
  {
    title: 'Diese Seite gibt es nicht',
    help: 'Vielleicht ist die Adresse vertippt oder veraltet.',
    back: 'Zu den Konten',
  },
);

export function NotFound() {
  const words = useWords(WORDS);
  useTitle(words.title);
  return (
    <div className="empty">
      <Compass className="icon" aria-hidden />
      <h1>{words.title}</h1>
      <p>{words.help}</p>
      <Link to="/">{words.back}</Link>
    </div>
  );
}
