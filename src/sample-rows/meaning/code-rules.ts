/** Texts that identify something: numbers with letters, addresses of machines, hashes. */
import { DIGITS, HEX } from '../random.ts';
import { word } from '../words/sentences.ts';
import * as things from '../words/things.ts';
import { plainLetters } from './text-meaning.ts';
import { hex, type MakeText, mask, type TextRule } from './text-rule.ts';

const slug: MakeText = ({ scene }) => plainLetters(scene.headline, '-');

const url: MakeText = ({ random, scene }) =>
  `https://www.example.${word(random, ['com', 'org', 'net'])}/${plainLetters(scene.headline, '-')}`;

const path: MakeText = ({ random }) =>
  `/${word(random, things.TOPICS)}/${word(random, things.NOUNS)}.${word(random, things.FILE_ENDINGS)}`;

export const CODE_RULES: readonly TextRule[] = [
  [
    /(^|_)iban$/,
    'code',
    ({ random, scene }) => `${scene.place.country2}${random.pattern('## #### #### #### ####').replaceAll(' ', '')}`,
  ],
  [/(^|_)(bic|swift)(_code)?$/, 'code', mask('????PTPL', '????DEFF', '????FRPP')],
  [
    /(^|_)(vat|tax)(_?(id|number|code|no))?$/,
    'code',
    ({ random, scene }) => `${scene.place.country2}${random.characters(DIGITS, 9)}`,
  ],
  [/(^|_)(ssn|national_id|passport|passport_number|id_number|licen[cs]e_number)$/, 'code', mask('??######')],
  [/(^|_)(card_number|pan)$/, 'code', mask('4### #### #### ####')],
  [/(^|_)(pager|extension|pin|room|room_number)$/, 'code', mask('####')],
  [/(^|_)(last_?4|last_four|card_last4)$/, 'code', mask('####')],
  [
    /(^|_)isbn(_?1[03])?$/,
    'code',
    ({ random, limits }) => (limits.maxLength < 13 ? random.pattern('0#########') : random.pattern('978##########')),
  ],
  [/(^|_)(ean|gtin|upc|barcode)(_?13)?$/, 'code', mask('560##########')],
  [/(^|_)(sku|article_number|product_code|part_number|model_number)$/, 'code', mask('??-#####', '???-####')],
  [/(^|_)(vin)$/, 'code', mask('WVW??##?##?######')],
  [/(^|_)(registration|licen[cs]e_plate|plate|plate_number)$/, 'code', mask('??-##-??')],
  [/(^|_)(flight_number|flight_no)$/, 'code', mask('TP####', 'LH####', 'EK###')],
  [
    /(^|_)(seat|seat_number|seat_no)$/,
    'code',
    ({ random }) => `${random.integer(1, 38)}${random.characters('ABCDEF', 1)}`,
  ],
  [/(^|_)(tracking_(number|code|no)|awb)$/, 'code', mask('1Z######??########')],
  [
    /(^|_)(invoice|order|ticket|case|contract|policy|claim|account|member(ship)?|booking|receipt|batch|lot|serial)_?(number|no|ref|reference)$/,
    'code',
    mask('20##-#####'),
  ],
  [
    /(^|_)(reference|ref|confirmation_code|voucher|coupon(_code)?|promo_code|pnr|record_locator|book_ref)$/,
    'code',
    mask('??????'),
  ],
  [
    /(^|_)(code|key_code|number|no|identifier|external_id|short_code|abbr|abbreviation|acronym)$/,
    'code',
    mask('??-####', '???###'),
  ],
  [
    /(^|_)(password|password_hash|encrypted_password|hashed_password|passwd)$/,
    'code',
    ({ random }) => `$2b$12$${random.characters(`./${HEX}GHIJKLMNOPQRSTUVWXYZ`, 53)}`,
  ],
  [/(^|_)(sha_?1|commit|commit_sha|revision_hash)$/, 'code', hex(40)],
  [/(^|_)(sha_?256|checksum|hash|digest|fingerprint|signature)$/, 'code', hex(64)],
  [/(^|_)(md5|etag)$/, 'code', hex(32)],
  [
    /(^|_)(token|access_token|refresh_token|session_?token|api_?key|secret|salt|nonce|session_key|csrf_token|verification_token|.*_token)$/,
    'code',
    hex(40),
  ],
  [
    /(^|_)(avatar|image|photo|picture|logo|icon|thumbnail|cover)(_?(url|uri|link))?$/,
    'url',
    ({ random }) => `https://images.example.com/${random.characters(HEX, 12)}.jpg`,
  ],
  [/(^|_)(url|uri|link|website|homepage|web_?site|href|webhook|callback|endpoint)(_url)?$/, 'url', url],
  [/(^|_)(domain|host|hostname|subdomain)$/, 'url', ({ scene }) => `${plainLetters(scene.company, '-')}.example`],
  [/(^|_)(path|file_?path|file_?name|filename|file|object_key|storage_key)$/, 'url', path],
  [/(^|_)(slug|permalink|url_?name|url_key)$/, 'handle', slug],
  [
    /(^|_)(ip|ip_?address|remote_addr|ip_addr|current_sign_in_ip|last_sign_in_ip)$/,
    'code',
    ({ random }) => `203.0.113.${random.integer(1, 254)}`,
  ],
  [
    /(^|_)(mac|mac_address)$/,
    'code',
    ({ random }) => Array.from({ length: 6 }, () => random.characters(HEX, 2)).join(':'),
  ],
];
