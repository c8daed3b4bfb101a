/** Texts about people, companies and where they are. */
import { JOB_TITLES, SALUTATIONS } from '../words/people.ts';
import { STREET_NAMES } from '../words/places.ts';
import { word } from '../words/sentences.ts';
import * as things from '../words/things.ts';
import { plainLetters } from './text-meaning.ts';
import { from, type MakeText, mostly, type TextRule } from './text-rule.ts';

const MAIL_HOSTS = ['example.com', 'example.org', 'example.net', 'mail.example.com', 'post.example.org'];

const email: MakeText = ({ random, scene }) =>
  `${plainLetters(scene.person.first, '')}.${plainLetters(scene.person.last, '')}@${MAIL_HOSTS[random.skewed(MAIL_HOSTS.length)] ?? ''}`;

const username: MakeText = ({ random, scene }) =>
  `${plainLetters(scene.person.first, '')}${random.chance(0.5) ? '' : '_'}${plainLetters(scene.person.last, '').slice(0, random.integer(1, 8))}`;

const street: MakeText = ({ random, scene }) => {
  const name = scene.place.street.replace('%', word(random, STREET_NAMES));
  const number = random.integer(1, 240);
  return /Road|Street|Avenue|Drive|Rue/.test(name) ? `${number} ${name}` : `${name} ${number}`;
};

export const CONTACT_RULES: readonly TextRule[] = [
  [/(^|_)e_?mails?(_address)?$/, 'email', email],
  [/(^|_)(first|given|fore)_?name$/, 'words', ({ scene }) => scene.person.first],
  [/(^|_)(last|family|sur)_?name$/, 'words', ({ scene }) => scene.person.last],
  [/(^|_)middle_?(name|initial)$/, 'words', ({ random }) => random.characters('ABCDEFGHJKLMNPRSTVW', 1)],
  [/(^|_)(user_?name|login|nick_?name|handle|screen_name)$/, 'handle', username],
  [
    /(^|_)(full|display|customer|contact|owner|author|patient|employee|person|passenger|cardholder|recipient|sender|maiden|legal)_?name$/,
    'words',
    ({ scene }) => `${scene.person.first} ${scene.person.last}`,
  ],
  [
    /(^|_)(author|owner|created_by|updated_by|signed_by|contact|assignee|performed_by|recipient)$/,
    'words',
    ({ scene }) => `${scene.person.first} ${scene.person.last}`,
  ],
  [/(^|_)(salutation|honorific|name_prefix)$/, 'words', from(SALUTATIONS)],
  [/(^|_)(gender|sex)$/, 'words', mostly(['female', 'male', 'other'])],
  [/(^|_)(job|job_?title|occupation|profession|position_title)$/, 'words', from(JOB_TITLES)],
  [
    /(^|_)(company|company_?name|organi[sz]ation|employer|supplier|vendor|manufacturer|brand|publisher)(_name)?$/,
    'words',
    ({ scene }) => scene.company,
  ],
  [
    /(^|_)(phone|mobile|tel|telephone|fax|cell|phone_number|mobile_number)s?$/,
    'code',
    ({ random, scene }) => `+${scene.place.dialling} ${random.pattern('9## ### ###')}`,
  ],
  [/(^|_)(street|street_address|address|address_?1|address_line_?1|line_?1|addr)$/, 'words', street],
  [/(^|_)(address_?2|address_line_?2|line_?2)$/, 'words', ({ random }) => `Floor ${random.integer(1, 12)}`],
  [/(^|_)(house_?number|street_number|building_number)$/, 'code', ({ random }) => String(random.integer(1, 240))],
  [/(^|_)(city|town|municipality|birth_?place|place|hometown)(_name)?$/, 'words', ({ scene }) => scene.place.city],
  [/(^|_)(country_?code_?3|iso_?3|alpha_?3)$/, 'code', ({ scene }) => scene.place.country3],
  [/(^|_)(country_?code|country_iso|iso_?2?|alpha_?2)$/, 'code', ({ scene }) => scene.place.country2],
  [
    /(^|_)(country|nationality|nation|country_name)$/,
    'words',
    ({ scene, limits }) =>
      limits.maxLength <= 2
        ? scene.place.country2
        : limits.maxLength === 3
          ? scene.place.country3
          : scene.place.country,
  ],
  [/(^|_)(region|province|state_name|state_province|county|district)$/, 'words', ({ scene }) => scene.place.region],
  [
    /(^|_)(zip|zip_?code|postal_?code|post_?code|postal)$/,
    'code',
    ({ random, scene }) => random.pattern(scene.place.postalCode),
  ],
  [/(^|_)(time_?zone|tz)$/, 'words', ({ scene }) => scene.place.timeZone],
  [/(^|_)(currency|currency_?code|ccy)$/, 'code', mostly(things.CURRENCIES)],
  [/(^|_)(language|locale|lang)(_?code)?$/, 'code', mostly(things.LANGUAGE_CODES)],
  [/(^|_)(iata|iata_code|airport_code|origin|destination)$/, 'code', ({ scene }) => scene.place.airport],
];
