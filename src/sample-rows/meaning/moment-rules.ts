/** When things happen in a row: what comes later in life comes later in time. */
import { DAY, HOUR, YEAR } from '../types/measures.ts';
import type { Cell } from './cell.ts';
import { LAST_MOMENT } from './scene.ts';

export interface MomentMeaning {
  /** Milliseconds since 1970. */
  readonly make: (cell: Cell) => number;
  /** How often a nullable column has none. */
  readonly nullShare: number;
}

/** Between so many days after the row's beginning. */
function after(from: number, to: number, nullShare = 0.1): MomentMeaning {
  return {
    make: ({ random, scene }) => Math.min(scene.start + random.between(from, to) * DAY, LAST_MOMENT),
    nullShare,
  };
}

/** May lie beyond the last day of all others. */
function upcoming(from: number, to: number, nullShare = 0.1): MomentMeaning {
  return { make: ({ random, scene }) => scene.start + random.between(from, to) * DAY, nullShare };
}

function longAgo(fromYear: number, toYear: number): MomentMeaning {
  return {
    make: ({ random }) => Date.UTC(random.integer(fromYear, toYear), 0) + random.integer(0, 364) * DAY,
    nullShare: 0.1,
  };
}

const BEGINNING: MomentMeaning = { make: ({ scene }) => scene.start, nullShare: 0.1 };

const RULES: readonly (readonly [names: RegExp, meaning: MomentMeaning])[] = [
  [/(^|_)(dob|birth|birth_?day|birth_?date|date_of_birth|born|born_on)$/, longAgo(1945, 2006)],
  [/(^|_)(founded|established|built|construction)(_(on|at|date))?$/, longAgo(1950, 2015)],
  [
    /(^|_)(deleted|archived|cancell?ed|revoked|blocked|banned|suspended|discarded|locked|voided|refunded|died|dropped)(_(at|on|date|time))?$|(^|_)date_of_death$/,
    after(20, 300, 0.85),
  ],
  [/(^|_)(left|terminated|termination|resigned|dismissed|exit)(_(at|on|date))?$/, after(150, 1_200, 0.75)],
  [
    /(^|_)(expires?|expiry|expiration|valid_(to|until|till)|due|deadline|renewal|renews|next_.*|best_before|maturity)(_(at|on|date|by))?$/,
    upcoming(10, 400),
  ],
  [
    /(^|_)(scheduled|planned|estimated|expected)(_(at|on|for|date|delivery|close|end|finish|completion))*$/,
    upcoming(3, 40),
  ],
  [
    /(^|_)(paid|confirmed|approved|verified|accepted|signed|authori[sz]ed|activated|answered|acknowledged|processed|email_verified|read|seen|opened)(_(at|on|date))?$/,
    after(0.02, 1.5, 0.25),
  ],
  [/(^|_)(shipped|dispatched|sent|posted|shipping|delivery_started)(_(at|on|date))?$/, after(1.5, 4, 0.2)],
  [/(^|_)(delivered|received|delivery)(_(at|on|date))?$/, after(4, 9, 0.25)],
  [/(^|_)(returned|return)(_(at|on|date))?$/, after(9, 25, 0.4)],
  [
    /(^|_)(finished|cleared|fixed|handled|ended|end|ends|completed|completion|closed|resolved|done|finish|stopped|until|to|to_date|effective_to|last_.*|discharged|discharge|check_?out|departed_at|period_end|.*_end|end_.*|.*_to)(_(at|on|date|time))?$/,
    after(1, 30, 0.3),
  ],
  [
    /(^|_)(arrival|arrives|arrived|actual_arrival|landed)(_(at|on|date|time))?$/,
    { make: ({ random, scene }) => scene.start + random.between(1, 14) * HOUR, nullShare: 0.1 },
  ],
  [/(^|_)(updated|modified|changed|edited|synced|seen|refreshed|touched)(_?(at|on|date|time))?$/, after(0.01, 120)],
  [
    /(^|_)(hired|hire|joined|join|employed|employment|member_since)(_(at|on|date))?$/,
    { make: ({ scene }) => scene.start - 3 * YEAR, nullShare: 0.1 },
  ],
  [/(^|_)(release|released|publication|published)(_(on|date))$/, longAgo(1965, 2025)],
];

/** @param column its name as words */
export function meaningOfMoment(column: string): MomentMeaning {
  return RULES.find(([names]) => names.test(column))?.[1] ?? BEGINNING;
}

/** Milliseconds since midnight. */
export function timeOfDay(column: string, { random }: Cell): number {
  const isLate = /(^|_)(end|ends|close|closes|closing|finish|to|until|check_?out|arrival)/.test(column);
  const isEarly = /(^|_)(start|starts|open|opens|opening|begin|from|check_?in|departure)/.test(column);
  const [from, to] = isLate ? [16, 21] : isEarly ? [7, 11] : [8, 20];
  return random.integer(from * 4, to * 4) * (HOUR / 4);
}
