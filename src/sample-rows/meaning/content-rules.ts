/** Texts that say of what kind something is, and texts to read. */
import { HEX } from '../random.ts';
import { COMPANY_FIELDS } from '../words/people.ts';
import { capitalised, paragraph, sentence, taskTitle, word } from '../words/sentences.ts';
import * as things from '../words/things.ts';
import { from, mostly, type TextRule } from './text-rule.ts';

export const CONTENT_RULES: readonly TextRule[] = [
  [/(^|_)user_?agent$/, 'words', from(things.BROWSERS)],
  [/(^|_)(mime|mime_?type|content_?type|media_type)$/, 'words', from(things.MIME_TYPES)],
  [/(^|_)(http_)?method$/, 'words', from(things.HTTP_METHODS)],
  [/(^|_)(payment_method|pay_method|payment_type|method)$/, 'words', mostly(things.PAYMENT_METHODS)],
  [/(^|_)(carrier|courier|shipping_method)$/, 'words', mostly(things.CARRIERS)],
  [/(^|_)(uom|unit|unit_of_measure|measure)$/, 'words', mostly(things.UNITS)],
  [
    /(^|_)colou?r(_?(code|hex))?$/,
    'words',
    ({ random, limits }) => (limits.maxLength <= 7 ? `#${random.characters(HEX, 6)}` : word(random, things.COLOURS)),
  ],
  [/(^|_)size$/, 'words', from(things.SIZES)],
  [/(^|_)material$/, 'words', from(things.MATERIALS)],
  [/(^|_)(genre)$/, 'words', from(things.GENRES)],
  [/(^|_)(category|product_type|section|segment)(_name)?$/, 'words', from(things.CATEGORIES)],
  [/(^|_)(department|division|team|ward)(_name)?$/, 'words', from(things.DEPARTMENTS)],
  [/(^|_)(role|role_name|user_role)$/, 'words', mostly(things.ROLES)],
  [/(^|_)(tag|label|keyword|topic|hashtag)s?$/, 'words', from(things.TOPICS)],
  [/(^|_)(blood_?(type|group))$/, 'words', from(things.BLOOD_GROUPS)],
  [/(^|_)(diagnosis|condition|disease)$/, 'words', from(things.DIAGNOSES)],
  [/(^|_)(drug|medicine|medication|drug_name)$/, 'words', from(things.MEDICINES)],
  [/(^|_)(status|state|stage|phase|outcome|result)$/, 'words', mostly(things.STATUSES)],
  [/(^|_)(priority|severity|urgency)$/, 'words', mostly(['normal', 'low', 'high', 'urgent'])],
  [/(^|_)(action|event|event_?(type|name)|activity|verb|operation)$/, 'words', mostly(things.EVENTS)],
  [
    /(^|_)(permission|codename|scope)$/,
    'handle',
    ({ random }) => `${word(random, things.PERMISSIONS)}_${word(random, things.NOUNS)}`,
  ],
  [
    /(^|_)(resource_type|entity_type|target_type|auditable_type|commentable_type|subject_type|record_type|table_name|content_type)$/,
    'words',
    from(['User', 'Order', 'Product', 'Invoice', 'Comment', 'Document']),
  ],
  [/(^|_)(type|kind|class|sort)$/, 'words', mostly(things.KINDS)],
  [
    /(^|_)(weekday|day_of_week)$/,
    'words',
    from(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']),
  ],
  [/(^|_)(subject|headline|topic_title|heading)$/, 'words', ({ scene }) => scene.headline],
  [
    /(^|_)(summary|excerpt|abstract|teaser|tagline|caption|short_description|meta_description)$/,
    'words',
    ({ random }) => sentence(random),
  ],
  [
    /(^|_)(body|content|text|description|message|bio|biography|about|details|notes?|comments?|remarks?|review|feedback|reason|observation|article|html|markdown|instructions|terms|transcript|answer(_text)?|question(_text)?)$/,
    'words',
    ({ random }) => paragraph(random, random.integer(1, 3)),
  ],
  [
    /(^|_)(question|prompt)$/,
    'words',
    ({ random }) => `What do you ${word(random, things.VERBS)} about ${word(random, things.TOPICS)}?`,
  ],
  [/(^|_)(task|todo|milestone|goal)$/, 'words', ({ random }) => taskTitle(random)],
  [
    /(^|_)(setting|option|config|preference|property|attribute|param|parameter|metric)(_?(name|key))?$/,
    'handle',
    ({ random }) => `${word(random, things.NOUNS)}_${word(random, things.TOPICS)}`,
  ],
  [/(^|_)(industry|sector|branch_of_industry)$/, 'words', from(COMPANY_FIELDS)],
  [/(^|_)(id|uid|guid|.*_id)$/, 'code', ({ random }) => random.characters('abcdefghijkmnpqrstuvwxyz23456789', 20)],
  [/(^|_)key$/, 'handle', ({ random }) => `${word(random, things.TOPICS)}_${word(random, things.NOUNS)}`],
  [/(^|_)value$/, 'words', ({ random }) => word(random, things.NOUNS)],
  [/(^|_)product(_name)?$/, 'words', ({ scene }) => scene.product],
  [/(^|_)(grade|letter_grade)$/, 'words', mostly(['B', 'A', 'C', 'D', 'E', 'F'])],
  [
    /(^|_)(version|release|app_version|firmware)(_number)?$/,
    'code',
    ({ random }) => `${random.integer(1, 4)}.${random.integer(0, 12)}.${random.integer(0, 30)}`,
  ],
  [
    /(^|_)(source|utm_source|referrer|channel|medium)$/,
    'words',
    from(['search', 'newsletter', 'social', 'partner', 'direct']),
  ],
  [
    /(^|_)(model|device|device_name)$/,
    'words',
    ({ random }) => `${capitalised(word(random, things.NOUNS))} ${random.integer(100, 900)}`,
  ],
];
