import { SearchX, Users } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const WORDS = defineWords(
  {
    none: 'No account is here for you yet',
    means:
      'You see the accounts that you are responsible for, and those that a sharing rule opens to you or to one of your groups. An administrator can give you access.',
    found: 'No account fits',
    try: 'Each word must begin a word of the name, the accounting number or the e-mail. Deleted accounts are found only when their status is chosen.',
    clear: 'Clear search and filters',
  },
  {
    none: 'Hier ist noch kein Konto für Sie',
    means:
      'Sie sehen die Konten, für die Sie verantwortlich sind, und die, die eine Freigaberegel Ihnen oder einer Ihrer Gruppen öffnet. Die Administration kann Ihnen Zugriff geben.',
    found: 'Kein Konto passt',
    try: 'Jedes Wort muss ein Wort des Namens, der Buchhaltungsnummer oder der E-Mail beginnen. Gelöschte Konten findet nur, wer ihren Status wählt.',
    clear: 'Suche und Filter aufheben',
  },
);

/** Why there is nothing: nothing was shared with the caller, or nothing fits. */
export function Nothing({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  const words = useWords(WORDS);
  if (!isNarrowed) {
    return (
      <Empty title={words.none} icon={Users}>
        <p>{words.means}</p>
      </Empty>
    );
  }
  return (
    <Empty title={words.found} icon={SearchX}>
      <p>{words.try}</p>
      <Button onPress={onClear}>{words.clear}</Button>
    </Empty>
  );
}
