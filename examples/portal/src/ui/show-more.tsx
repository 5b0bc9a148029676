import { useFormats } from '../words/formats.ts';
import { defineWords, fill, useWords } from '../words/words.ts';
import { Button } from './button.tsx';

const WORDS = defineWords(
  { more: 'Show more', shown: '{count} shown', shownOf: '{count} of {total} shown', atLeast: 'more than {count}' },
  {
    more: 'Mehr zeigen',
    shown: '{count} gezeigt',
    shownOf: '{count} von {total} gezeigt',
    atLeast: 'mehr als {count}',
  },
);

interface ShowMoreProps {
  readonly shown: number;
  readonly total?: number | undefined;
  /** The total is as far as the server counts; there are more. */
  readonly isCapped?: boolean;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** Below a list: how much of it is shown, and the rest of it. */
export function ShowMore({ shown, total, isCapped = false, hasMore, isLoading, onMore }: ShowMoreProps) {
  const words = useWords(WORDS);
  const formats = useFormats();
  const count = formats.count(shown);
  const all = total === undefined ? undefined : formats.count(total);
  return (
    <div className="show-more">
      <span className="small muted" role="status">
        {all === undefined
          ? fill(words.shown, { count })
          : fill(words.shownOf, { count, total: isCapped ? fill(words.atLeast, { count: all }) : all })}
      </span>
      {hasMore && (
        <Button isPending={isLoading} onPress={onMore}>
          {words.more}
        </Button>
      )}
    </div>
  );
}
