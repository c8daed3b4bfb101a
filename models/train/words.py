"""Words that the tokenizer turns into single tokens whatever the data says."""

KEYWORDS = """
SELECT DISTINCT FROM JOIN LEFT ON AS WHERE AND OR NOT GROUP BY HAVING ORDER DESC LIMIT LIKE ILIKE IN BETWEEN IS NULL
EXISTS CASE WHEN THEN ELSE END COUNT SUM AVG MIN MAX LOWER UPPER LENGTH ABS ROUND COALESCE NULLIF CONCAT EXTRACT YEAR
MONTH DAY HOUR DOW QUARTER WEEK DATE_TRUNC CURRENT_DATE INTERVAL NULLS FIRST LAST TRUE FALSE
""".split()

TYPE_MARKERS = ["key", "int", "number", "text", "bool", "date", "time", "clock", "json", "other"]

# Grammar words of questions. None of them is likely to name a table or a column: such words keep their own pieces.
# Words that often begin others (`over`, `per`, `an`) are left out: `Ġper` would spoil `Ġperformed` where no learned merge
# has joined the parts of that word before.
FUNCTION_WORDS = """
the of in on at by to for from with without and or not but if is are was were been being has have had having does did
how many much what which who whom whose where when why that this these those there their they them it your all any
each either neither both none other another more most less least fewer fewest than then also only even ever never
always still yet already above below between before after since until during within through into onto about across
against among along around near down off such same whether while once could will would should may might must show list
give find get tell return display please need let see sort sorted ordered grouped group using greater larger bigger
higher lower smaller highest lowest largest smallest exactly excluding including together whole
""".split()

# Sentence openers; they stand right after `<|question|>`, so there is no variant with a blank.
OPENERS = """
How What Which Who Whose Where When Show List Give Find Get Tell Return Display Count For The Are Is Do Does Did In
""".split()
