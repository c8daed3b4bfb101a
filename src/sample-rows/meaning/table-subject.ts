/** What the rows of a table are, by its name: a `name` is a person's here and a product's there. */
import type { Random } from '../random.ts';
import { JOB_TITLES } from '../words/people.ts';
import { capitalised, headline, taskTitle, word, workTitle } from '../words/sentences.ts';
import * as things from '../words/things.ts';
import type { Cell } from './cell.ts';
import type { Scene } from './scene.ts';

type MakeName = (cell: Cell) => string;

const from =
  (list: readonly string[]): MakeName =>
  ({ random }) =>
    word(random, list);

const fullName: MakeName = ({ scene }) => `${scene.person.first} ${scene.person.last}`;

/** The last words of the table's name decide; the first rule that fits is taken. */
const SUBJECTS: readonly (readonly [names: RegExp, make: MakeName])[] = [
  [/(^|_)(order|product|invoice)_(line|item)s?$/, ({ scene }) => scene.product],
  [
    /(^|_)(user|customer|client|employee|person|people|patient|student|pupil|teacher|author|writer|actor|director|driver|member|contact|player|agent|passenger|candidate|voter|owner|artist|doctor|physician|nurse|staff|subscriber|borrower|reader|landlord|tenant_contact|buyer|seller|guest|instructor|coach|referee|respondent|profile|lead|crew|worker|technician|manager|musician|beneficiary|holder|attendee|speaker)s?$/,
    fullName,
  ],
  [
    /(^|_)(compan(y|ie)|supplier|vendor|organi[sz]ation|account|tenant|brand|publisher|airline|hospital|bank|carrier|manufacturer|employer|insurer|agenc(y|ie)|partner|merchant|workspace|label|clinic|client_compan(y|ie)|restaurant|operator)s?$/,
    ({ scene }) => scene.company,
  ],
  [/(^|_)(product|item|article|part|good|variant|asset|equipment|material)s?$/, ({ scene }) => scene.product],
  [/(^|_)(cit(y|ie)|town|location|branch|branche|office|site|region|district)s?$/, ({ scene }) => scene.place.city],
  [/(^|_)(countr(y|ie)|nation|market)s?$/, ({ scene }) => scene.place.country],
  [
    /(^|_)(warehouse|store|shop|depot|facilit(y|ie)|station|hub|venue|stadium|school|librar(y|ie)|theatre|cinema|propert(y|ie)|building|hotel)s?$/,
    placeName,
  ],
  [/(^|_)airports?$/, ({ scene }) => `${scene.place.city} Airport`],
  [/(^|_)aircrafts?(_type)?s?$/, from(things.AIRCRAFT)],
  [/(^|_)(categor(y|ie)|collection|product_type)s?$/, from(things.CATEGORIES)],
  [/(^|_)genres?$/, from(things.GENRES)],
  [/(^|_)(tag|topic|keyword|label|skill|interest)s?$/, from(things.TOPICS)],
  [/(^|_)(department|division|ward|section)s?$/, from(things.DEPARTMENTS)],
  [/(^|_)(role|group)s?$/, from(things.ROLES)],
  [/(^|_)permissions?$/, ({ random }) => `${word(random, things.PERMISSIONS)} ${word(random, things.NOUNS)}`],
  [/(^|_)(language|locale)s?$/, from(things.LANGUAGES)],
  [/(^|_)currenc(y|ie)s?$/, from(things.CURRENCIES)],
  [/(^|_)(team|club|squad)s?$/, ({ random, scene }) => `${scene.place.city} ${word(random, things.TEAM_ANIMALS)}`],
  [
    /(^|_)(book|film|movie|song|track|album|show|episode|playlist|series|game|painting)s?$/,
    ({ random }) => workTitle(random),
  ],
  [/(^|_)(post|article|thread|page|news|talk|comment|message|blog)s?$/, ({ random }) => headline(random)],
  [/(^|_)(task|issue|ticket|todo|story|bug|milestone|goal)s?$/, ({ random }) => taskTitle(random)],
  [/(^|_)(course|subject|class|classe|lesson|module)s?$/, from(things.SUBJECTS)],
  [/(^|_)(job|position|title|occupation)s?$/, from(JOB_TITLES)],
  [/(^|_)(drug|medicine|medication)s?$/, from(things.MEDICINES)],
  [/(^|_)(diagnosi|diagnose|condition|disease)s?$/, from(things.DIAGNOSES)],
  [/(^|_)(plan|tier|subscription)s?$/, from(['Free', 'Starter', 'Team', 'Business', 'Enterprise', 'Student'])],
  [/(^|_)(device|sensor|machine|meter|gateway)s?$/, ({ random }) => `${word(random, things.ADJECTIVES)} sensor`],
  [
    /(^|_)(file|document|attachment|image|photo)s?$/,
    ({ random }) => `${word(random, things.NOUNS)}.${word(random, things.FILE_ENDINGS)}`,
  ],
  [/(^|_)(channel|room)s?$/, from(things.TOPICS)],
  [
    /(^|_)(project|campaign|event|conference|survey|election|season|tournament|league)s?$/,
    ({ random, scene }) => projectName(random.chance(0.5), random, scene),
  ],
];

function placeName({ random, scene }: Cell): string {
  return `${scene.place.city} ${word(random, ['Central', 'North', 'South', 'East', 'West', 'Riverside', 'Harbour', 'Old Town'])}`;
}

function projectName(isPlace: boolean, random: Random, scene: Scene): string {
  const what = capitalised(word(random, things.TOPICS));
  return isPlace ? `${what} ${scene.place.city}` : `${word(random, things.ADJECTIVES)} ${what}`;
}

/** @param table its name as words; @returns undefined when the name says nothing */
export function subjectOf(table: string): MakeName | undefined {
  return SUBJECTS.find(([names]) => names.test(table))?.[1];
}
