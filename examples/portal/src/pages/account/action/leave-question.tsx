import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { defineWords, useWords } from '../../../words/words.ts';

const WORDS = defineWords(
  {
    title: 'Leave without saving?',
    help: 'What you have typed is not saved and would be lost.',
    stay: 'Go on editing',
    leave: 'Leave',
  },
  {
    title: 'Ohne Speichern verlassen?',
    help: 'Was Sie eingegeben haben, ist nicht gespeichert und ginge verloren.',
    stay: 'Weiter bearbeiten',
    leave: 'Verlassen',
  },
);

export function LeaveQuestion({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const words = useWords(WORDS);
  return (
    <Dialog title={words.title} onClose={onStay}>
      <p>{words.help}</p>
      <div className="dialog-foot">
        <Button tone="danger" onPress={onLeave}>
          {words.leave}
        </Button>
        <Button tone="main" autoFocus onPress={onStay}>
          {words.stay}
        </Button>
      </div>
    </Dialog>
  );
}
