-- Surveys with branching questions, and answers of whatever kind the question asks for.
CREATE TYPE question_kind AS ENUM ('text', 'number', 'choice', 'date', 'yes/no');
CREATE TABLE surveys (survey_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, opens_at timestamptz, closes_at timestamptz, max_answers int CHECK (max_answers > 0), CHECK (opens_at IS NULL OR closes_at IS NULL OR opens_at < closes_at));
CREATE TABLE questions (question_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, survey_id int NOT NULL REFERENCES surveys, position int NOT NULL, text text NOT NULL, kind question_kind NOT NULL, required boolean NOT NULL DEFAULT false, min_value numeric, max_value numeric, UNIQUE (survey_id, position), UNIQUE (question_id, kind), CHECK (min_value < max_value), CHECK (kind = 'number' OR (min_value IS NULL AND max_value IS NULL)));
CREATE TABLE choices (question_id int NOT NULL, kind question_kind NOT NULL DEFAULT 'choice' CHECK (kind = 'choice'), choice_no smallint, label text NOT NULL, PRIMARY KEY (question_id, choice_no), FOREIGN KEY (question_id, kind) REFERENCES questions (question_id, kind));
CREATE TABLE respondents (token char(32) PRIMARY KEY CHECK (token ~ '^[0-9a-f]{32}$'), survey_id int NOT NULL REFERENCES surveys, age_group int4range, country char(2), started_at timestamptz NOT NULL, finished_at timestamptz CHECK (finished_at > started_at), user_agent text, UNIQUE (token, survey_id));
CREATE TABLE answers (
  token char(32) REFERENCES respondents,
  question_id int REFERENCES questions,
  text_value text,
  number_value double precision,
  choice_no smallint,
  date_value date,
  yes_no boolean,
  PRIMARY KEY (token, question_id),
  FOREIGN KEY (question_id, choice_no) REFERENCES choices,
  CHECK ((text_value IS NOT NULL)::int + (number_value IS NOT NULL)::int + (choice_no IS NOT NULL)::int + (date_value IS NOT NULL)::int + (yes_no IS NOT NULL)::int <= 1)
);
