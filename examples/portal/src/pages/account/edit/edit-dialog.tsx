import { type RefObject, useRef, useState } from 'react';
import type { AccountFieldsFragment } from '../../../api/generated.ts';
import { UpdateAccountDocument } from '../../../api/generated.ts';
import { useInputWords, useMutationWords } from '../../../state/policy-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Ribbon } from '../../../ui/ribbon.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { tell } from '../../../ui/told.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { ActionForm } from '../action/action-dialog.tsx';
import { useAction } from '../action/use-action.ts';
import { useAccountFields } from '../overview/use-account-fields.ts';
import { type Changes, ChangesList } from './changes-list.tsx';
import { ADDRESS_PARTS, changesOf, DRAFT_FIELDS, type Draft, inputOf } from './draft.ts';
import { EditFields } from './edit-fields.tsx';
import { RaceNotice } from './race-notice.tsx';
import { useEdit } from './use-edit.ts';

const WORDS = defineWords(
  {
    save: 'Save',
    check: 'Check first',
    done: 'Your changes are saved.',
    unchanged: 'There was nothing to save.',
  },
  {
    save: 'Speichern',
    check: 'Erst prüfen',
    done: 'Ihre Änderungen sind gespeichert.',
    unchanged: 'Es gab nichts zu speichern.',
  },
);

interface DialogProps {
  readonly onClose: () => void;
}

/** The overview as a form: what is locked is read, everything else is changed. */
export function EditDialog({ onClose }: DialogProps) {
  const { label } = useMutationWords('updateAccount');
  const { account, failure, again } = useAccountFields();
  const leaving = useRef(onClose);
  // One dialog, be the fields there or not yet: another in its place would not know what had the focus before.
  return (
    <Dialog title={label} isWide onClose={() => leaving.current()}>
      {account !== null ? (
        <EditForm latest={account} onClose={onClose} leaving={leaving} />
      ) : failure ? (
        <Failure failure={failure} onAgain={again} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Dialog>
  );
}

interface EditFormProps extends DialogProps {
  readonly latest: AccountFieldsFragment;
  readonly leaving: RefObject<() => void>;
}

function EditForm({ latest, onClose, leaving }: EditFormProps) {
  const words = useWords(WORDS);
  const input = useInputWords('updateAccount');
  const { account } = useAccount();
  const edit = useEdit(latest);
  const [checked, setChecked] = useState<Changes | null>(null);
  const { send, at, forget, ...sending } = useAction(UpdateAccountDocument, placesOf(edit.draft));
  const save = (on: Pick<typeof edit, 'base' | 'began' | 'draft'>, dryRun: boolean) => {
    const changes = changesOf(on.began, on.draft, edit.isLocked);
    setChecked(null);
    if (Object.keys(changes).length === 0 && !dryRun) {
      tell(words.unchanged);
      onClose();
      return;
    }
    const sent = { accountId: latest.id, expectedRevision: on.base.revision, ...changes, dryRun };
    send({ input: sent }, (data) => {
      if (dryRun) return setChecked(data.updateAccount?.changes ?? []);
      tell(words.done);
      onClose();
    });
  };
  return (
    <ActionForm
      {...sending}
      action="EDIT"
      send={words.save}
      leaving={leaving}
      isTyped={edit.typed.length > 0}
      onClose={onClose}
      onSend={() => save(edit, false)}
      more={<Button onPress={() => sending.isPending || save(edit, true)}>{words.check}</Button>}
    >
      {account.managedByReseller && <Ribbon text={account.managedByReseller.ribbon} />}
      {/* While it is being sent, what is newer may be one's own. */}
      {edit.isOlder && !sending.isPending && (
        <RaceNotice
          edit={edit}
          latest={latest}
          onSaveOver={() => save(edit.keepMine(), false)}
          onTakeTheirs={() => {
            forget();
            edit.takeTheirs();
          }}
        />
      )}
      <EditFields
        edit={edit}
        latest={latest}
        refused={at}
        words={input}
        onChange={(part) => {
          setChecked(null);
          // What was refused stands at places of which there are others now.
          const { length } = edit.draft.SYNCHRONIZATION_OPTIONS;
          if ((part.SYNCHRONIZATION_OPTIONS?.length ?? length) < length) forget();
          edit.change(part);
        }}
      />
      {checked !== null && <ChangesList changes={checked} names={namesOf(edit.began, edit.draft)} />}
    </ActionForm>
  );
}

/** Where the form has fields, which differs with how many options there are. */
function placesOf(draft: Draft): readonly (readonly string[])[] {
  return [
    ...DRAFT_FIELDS.map((field) => [inputOf(field)]),
    ...ADDRESS_PARTS.map((part) => ['billingAddress', part]),
    ...Object.keys(draft.CUSTOM_FIELDS).map((code) => ['customFields', code]),
  ];
}

function namesOf(...drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const chosen = drafts.flatMap(({ PARENT, BILL_TO, PERMISSION_RULE }) => [PARENT, BILL_TO, PERMISSION_RULE]);
  return new Map(chosen.flatMap((one) => (one === null ? [] : [[one.id, one.label] as const])));
}
