import { usePolicyWords } from '../../state/policy-words.tsx';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';

interface EnumBadgeProps<Value extends string> {
  /** The enum's name in the schema. */
  readonly of: string;
  readonly value: Value;
  readonly tones: Readonly<Record<Value, BadgeTone>>;
}

/** A status in the server's words. */
export function EnumBadge<Value extends string>({ of, value, tones }: EnumBadgeProps<Value>) {
  const words = usePolicyWords();
  return <Badge tone={tones[value]}>{words.value(of, value).label}</Badge>;
}
