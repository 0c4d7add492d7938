// What the types of pdfkit leave out: a font that is open already (`PDFFontFactory.open` takes whatever has a `layout`).
import type { Font } from "fontkit";

declare global {
  namespace PDFKit {
    namespace Mixins {
      interface PDFFont {
        registerFont(name: string, font: Font): this;
      }
    }
  }
}
