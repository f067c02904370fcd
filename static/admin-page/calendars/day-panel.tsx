import { useEffect, useId, useRef, useState } from 'react';
import type { CalendarKey, NamedCalendar } from '../../../src/core/policy/document';
import type { WeeklyCalendar } from '../../../src/core/time/calendar';
import { Icon } from '../../shared/icon';
import { useWorkspace } from '../workspace-context';
import { DayHours } from './day-hours';
import { hoursOf } from './day-spans';
import { useCalendarWords } from './use-calendar-words';
import { useDayChanges } from './use-day-changes';
import type { YearDay } from './year-days';

const LANGUAGES = ['en', 'fr'] as const;

/** One day of the year: as usual, a holiday with its name, or hours of its own. */
export function DayPanel(props: {
  readonly calendar: CalendarKey;
  readonly weekly: WeeklyCalendar;
  readonly source: NamedCalendar['holidaySource'];
  readonly day: YearDay;
  readonly onClose: () => void;
}) {
  const { calendar, weekly, source, day, onClose } = props;
  const { words } = useWorkspace();
  const { say, dayName, weekdayName, hoursText } = useCalendarWords();
  const { asUsual, asHoliday, withHours } = useDayChanges(calendar, weekly, source);
  const heading = useRef<HTMLHeadingElement>(null);
  const group = useId();
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { date, kind } = day;
  const usual = weekly.weeklyHours[day.weekday] ?? [];
  const holds = kind === 'exception' ? 'otherHours' : kind === 'holiday' ? 'holiday' : 'usual';
  const choices = [
    {
      value: 'usual',
      label: say('usual', { day: weekdayName(day.weekday), hours: hoursText(usual) }),
      take: () => asUsual(date),
    },
    {
      value: 'holiday',
      label: say('holiday'),
      take: () => asHoliday(day.name === null ? { date } : { date, name: day.name }),
    },
    { value: 'otherHours', label: say('otherHours'), take: () => withHours(date, usual) },
  ];
  return (
    <div className="day-panel" role="group" aria-labelledby={`${group}-title`}>
      <div className="row between">
        <h3 id={`${group}-title`} ref={heading} tabIndex={-1}>
          {dayName(date)}
        </h3>
        <button type="button" className="button button-subtle" onClick={onClose}>
          <Icon name="cross" />
          <span className="visually-hidden">{words.say('draft.hide')}</span>
        </button>
      </div>
      <fieldset>
        <legend className="label">{say('whatHolds')}</legend>
        {choices.map(({ value, label, take }) => (
          <label key={value} className="box">
            <input type="radio" name={group} checked={holds === value} onChange={take} />
            {label}
          </label>
        ))}
      </fieldset>
      {kind === 'holiday' && (
        <div className="choices">
          {LANGUAGES.map((language) => (
            <HolidayName
              key={language}
              label={say('holidayName', { language: words.say(`language.${language}`) })}
              value={day.name?.[language] ?? ''}
              onTake={(text) =>
                asHoliday({ date, name: { ...(day.name ?? { en: text, fr: text }), [language]: text } })
              }
            />
          ))}
        </div>
      )}
      {kind === 'exception' && (
        <DayHours day={dayName(date)} hours={hoursOf(day.spans)} onChange={(hours) => withHours(date, hours)} />
      )}
    </div>
  );
}

function HolidayName(props: {
  readonly label: string;
  readonly value: string;
  readonly onTake: (text: string) => void;
}) {
  const { label, value, onTake } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className="choice">
      <span className="label">{label}</span>
      <input
        className="field"
        value={typed ?? value}
        maxLength={200}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          if (typed !== null && typed.trim() !== '' && typed.trim() !== value) onTake(typed.trim());
          setTyped(null);
        }}
      />
    </label>
  );
}
