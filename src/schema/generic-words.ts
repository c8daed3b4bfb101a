import { stem } from './stem.ts';

/**
 * Words of a question that say how to ask and not what about, in English and Portuguese, and the column names that
 * nearly every table has. A question of nothing else is about no table.
 */
const GENERIC_WORDS: ReadonlySet<string> = new Set(
  `a about above after ago all also am among an and any are as ascending at average avg be been before below best
  between biggest both bottom but by can column columns common compare compared could count counts current currently
  data database date day days descending did different display distinct do does doing done each earliest either equal
  ever every everything anything exist exists exactly few fetch fewer fewest find first five for four from get give greater greatest group
  grouped had half has have having he her highest him his how i id ids if in including into is it its itself just know
  largest last latest least less let list longest lowest made make many max maximum me mean median min minimum month
  monthly months more most much my name named names need neither never newest next no none nor not number numbers of off
  oldest on once one only or our out over overall overview own per percentage percent please previous put query ranked
  recent record records result results return row rows same see select she should show shown smallest so some sort sorted
  sql sum table tables tell ten than that the their them then there these they third this those three times to today
  together top total totals two under unique until up us use used using value values very want was we week weekly weeks
  were what when where whether which who whom whose why will with within without would year yearly years yes yesterday
  you your
  abaixo acima agora ainda algum alguma alguns algumas ano anos ao aos apenas aquele aquela as ate atual cada com como
  conte da dado dados das de dele dela depois desde dia dias diferentes do dos e ela ele eles em entre era essa esse
  esta estao este eu existe existem foi foram ha hoje isso ja lista listar liste mais maior maiores mas media meu menor
  menores menos mes meses minha mostra mostrar mostre muito na nao nas nem nenhum no nome nomes nos nossa nosso numero
  nunca o onde os ou para pela pelo pode por porque primeiro qual quais qualquer quando quanto quanta quantas quantos
  que quem quero registro registros resultado se sem semana ser seu seus so sobre soma sao sua suas tabela tambem tem
  tenho ter teve toda todas todo todos total ultimo ultimos um uma valor valores voce`
    .split(/\s+/)
    .map(stem),
);

/** @param word in lower case and without accents, as `words` gives it */
export function isGenericWord(word: string): boolean {
  return word.length < 2 || /^\d+$/.test(word) || GENERIC_WORDS.has(stem(word));
}
