import { type CalendarDate, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps } from './fields.tsx';

interface DayChoiceProps extends FieldProps {
  /** A calendar day as YYYY-MM-DD; null: none. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** How a program writes a day, which the server's words tell too: here it is typed part by part. */
const AS_PROGRAMS_WRITE = / \((YYYY-MM-DD|JJJJ-MM-TT)\)/;

/** A day, typed part by part in the reader's order or chosen from a calendar. */
export function DayChoice(props: DayChoiceProps) {
  const { label, help, error, lock, isReadOnly = false, isRequired = false, value, onChange } = props;
  return (
    <DatePicker<CalendarDate>
      className="field"
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day?.toString() ?? null)}
      isReadOnly={isReadOnly || lock != null}
      isRequired={isRequired}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      shouldForceLeadingZeros
    >
      <FieldLabel label={label} lock={lock} isRequired={isRequired}>
        <Label>{label}</Label>
      </FieldLabel>
      <Group className="control day-choice">
        <DateInput className="day-choice-parts">
          {(segment) => <DateSegment segment={segment} className="day-choice-part" />}
        </DateInput>
        <Button className="button button-quiet day-choice-button">
          <CalendarDays className="icon" aria-hidden />
        </Button>
      </Group>
      <FieldNotes help={help?.replace(AS_PROGRAMS_WRITE, '')} error={error} />
      <Popover className="popover day-calendar">
        <Dialog>
          <Calendar>
            <header className="day-head">
              <Button slot="previous" className="button button-quiet">
                <ChevronLeft className="icon" aria-hidden />
              </Button>
              <Heading />
              <Button slot="next" className="button button-quiet">
                <ChevronRight className="icon" aria-hidden />
              </Button>
            </header>
            <CalendarGrid weekdayStyle="short">
              <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className="day-cell" />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
