// The types of `linebreak`, which ships none: where a line may end, by Unicode Standard Annex 14.
declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
