/** How large numbers are, by the names of their columns. */
import type { Random } from '../random.ts';
import type { Cell } from './cell.ts';

export interface NumberMeaning {
  readonly min: number;
  readonly max: number;
  /** `low`: small ones come more often; `magnitude`: as many below 10 as between 10 and 100; `high`, `middle`, `even`. */
  readonly shape: 'even' | 'low' | 'high' | 'middle' | 'magnitude';
  /** Multiples of it, where the type has room for them. */
  readonly roundTo?: number;
  /** Where distinct numbers have to lie, in place of ever larger ones. */
  readonly widest?: { readonly min: number; readonly max: number };
  /** Prices mostly end in .99, .50 or .00. */
  readonly isPrice?: boolean;
}

type Rule = readonly [names: RegExp, meaning: NumberMeaning];

const range = (min: number, max: number, shape: NumberMeaning['shape'] = 'even', roundTo?: number): NumberMeaning => ({
  min,
  max,
  shape,
  ...(roundTo !== undefined && { roundTo }),
});

const RULES: readonly Rule[] = [
  [/(^|_)(salary|wage|income|compensation)$/, range(24_000, 140_000, 'low', 100)],
  [/(^|_)min_(salary|pay)$/, range(20_000, 50_000, 'low', 500)],
  [
    /(^|_)(budget|revenue|turnover|valuation|funding|credit_limit|loan_amount|principal)$/,
    range(5_000, 2_000_000, 'magnitude', 100),
  ],
  [/(^|_)(rent|monthly_rent)$/, range(450, 3_500, 'low', 10)],
  [/(^|_)(asking_price)$/, range(90_000, 900_000, 'low', 500)],
  [/(^|_)(exchange_rate|fx_rate)$/, range(0.5, 2, 'middle')],
  [
    /(^|_)(tax|vat|discount|commission|interest|conversion)_?(rate|percent|pct)?$|(^|_)(percent|percentage|pct|humidity|progress|completion|probability|confidence)$/,
    range(0, 30, 'low', 0.5),
  ],
  [/(^|_)(rating|stars|score_5|satisfaction)$/, range(1, 5, 'high')],
  [/(^|_)(score|mark|points|grade|gpa)$/, range(0, 100, 'high')],
  [
    /(^|_)(price|unit_price|cost|fee|fare|rate|hourly_rate|price_.*|.*_price)(_(eur|usd|gbp|amount))?$/,
    { ...range(2, 400, 'magnitude'), isPrice: true },
  ],
  [
    /(^|_)(price|amount|total|cost|fee|balance|subtotal|unit_amount)_?(cents|minor|pence)$/,
    range(199, 49_999, 'magnitude'),
  ],
  [
    /(^|_)(amount|total|subtotal|grand_total|total_amount|sum|paid|due|payment|value|net|gross|bill|charge|invoice_total)$/,
    range(5, 2_500, 'magnitude'),
  ],
  [/(^|_)(tax|vat|shipping|tip|gratuity|tax_amount|discount|discount_amount)$/, range(1, 150, 'magnitude')],
  [/(^|_)balance$/, range(0, 20_000, 'magnitude')],
  [/(^|_)(stock|in_stock|on_hand|inventory|stock_level|units_in_stock|quantity_on_hand)$/, range(0, 500, 'low')],
  [
    /(^|_)(quantity|qty|units|copies|pieces|item_count|guests|adults|people|passengers|nights|persons|seats_booked)$/,
    range(1, 12, 'low'),
  ],
  [
    /(^|_)(views?|view_count|hits|clicks|impressions|downloads|plays|play_count|followers|likes|like_count|votes|visits|reputation)$/,
    range(0, 25_000, 'low'),
  ],
  [/(^|_)(.*_count|count|counter|attempts|retries|sign_in_count|replies)$/, range(0, 40, 'low')],
  [/(^|_)age$/, range(18, 88, 'middle')],
  [
    /(^|_)(year|yr|founded|year_(of|built|made|published|founded).*|published_year|season)$/,
    { ...range(1985, 2025, 'high'), widest: { min: 1900, max: 2026 } },
  ],
  [/(^|_)month$/, range(1, 12)],
  [/(^|_)(day|day_of_month)$/, range(1, 28)],
  [/(^|_)(weekday|day_of_week|dow)$/, range(1, 6)],
  [/(^|_)(week|week_number)$/, range(1, 52)],
  [/(^|_)quarter$/, range(1, 4)],
  [/(^|_)hour$/, range(0, 23, 'middle')],
  [/(^|_)(hours|hours_per_week|hours_worked)$/, range(1, 40, 'middle')],
  [/(^|_)minute$/, range(0, 59)],
  [
    /(^|_)(duration|minutes|length|runtime|running_time|duration_min(utes)?|duration_seconds|seconds|length_minutes)$/,
    range(5, 240, 'middle'),
  ],
  [/(^|_)(duration_ms|latency|latency_ms|elapsed_ms|milliseconds|response_time)$/, range(2, 4_000, 'low')],
  [/(^|_)(height|height_cm)$/, range(150, 200, 'middle')],
  [/(^|_)(weight|weight_kg|mass)$/, range(1, 110, 'middle')],
  [/(^|_)(weight_g|weight_grams)$/, range(50, 5_000, 'low')],
  [/(^|_)(width|depth|length_cm|size_cm)$/, range(5, 250, 'low')],
  [/(^|_)(area|square_meters|sqm|m2|living_area|size_m2|square_feet)$/, range(28, 320, 'low')],
  [/(^|_)(bedrooms|rooms|bathrooms|floors)$/, range(1, 5, 'low')],
  [/(^|_)floor$/, range(0, 12, 'low')],
  [/(^|_)(seats|capacity|max_attendees|max_guests)$/, range(2, 400, 'magnitude')],
  [/(^|_)(temperature|temp|celsius)$/, range(-8, 36, 'middle')],
  [/(^|_)(voltage|volts)$/, range(3, 5, 'middle')],
  [/(^|_)(pressure)$/, range(980, 1040, 'middle')],
  [/(^|_)(battery|battery_level)$/, range(5, 100, 'high')],
  [/(^|_)(speed|wind_speed)$/, range(0, 130, 'middle')],
  [/(^|_)(distance|distance_km|km|mileage|miles)$/, range(1, 1_200, 'low')],
  [/(^|_)(size|bytes|file_size|size_bytes|content_length|byte_size)$/, range(400, 25_000_000, 'magnitude')],
  [/(^|_)port$/, range(1024, 65_000)],
  [/(^|_)(status_code|http_status|response_code)$/, range(200, 504)],
  [/(^|_)(version|lock_version|revision|schema_version)$/, range(1, 9, 'low')],
  [
    /(^|_)(position|sort_order|sort|ordinal|rank|order|display_order|seq|sequence|line_number|line_no|step|place|idx|index|round|lap|jersey_number|shirt_number)$/,
    range(1, 40, 'low'),
  ],
  [/(^|_)(level|tier|priority|difficulty|severity|grade_level)$/, range(1, 5, 'low')],
  [/(^|_)(goals|home_goals|away_goals|home_score|away_score|assists|points_scored)$/, range(0, 5, 'low')],
  [/(^|_)(population)$/, range(2_000, 9_000_000, 'magnitude')],
  [/(^|_)(credits|ects)$/, range(2, 12, 'middle')],
  [/(^|_)(term|installments|months|tenure|duration_months)$/, range(3, 60, 'middle', 3)],
];

/** @param column its name as words */
export function meaningOfNumber(column: string): NumberMeaning | undefined {
  return RULES.find(([names]) => names.test(column))?.[1];
}

/** Coordinates belong to the row's place, some kilometres around. */
export function coordinate(column: string): ((cell: Cell) => number) | undefined {
  if (/(^|_)(lat|latitude)$/.test(column))
    return ({ random, scene }) => scene.place.latitude + random.between(-0.1, 0.1);
  if (/(^|_)(lng|lon|long|longitude)$/.test(column)) {
    return ({ random, scene }) => scene.place.longitude + random.between(-0.1, 0.1);
  }
  return undefined;
}

/** A number of the shape between the ends. */
export function drawShape(random: Random, shape: NumberMeaning['shape'], min: number, max: number): number {
  switch (shape) {
    case 'even':
      return random.between(min, max);
    case 'low':
      return min + (max - min) * random.next() ** 2;
    case 'high':
      return max - (max - min) * random.next() ** 2;
    case 'middle':
      return min + ((max - min) * (random.next() + random.next() + random.next())) / 3;
    case 'magnitude': {
      const low = Math.max(min, (max - min) / 10_000, Number.MIN_VALUE);
      return Math.max(min, low * (max / low) ** random.next());
    }
  }
}
