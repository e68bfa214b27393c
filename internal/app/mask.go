package app

import "aftershift/internal/redact"

// What masking a text without a reviewer takes and gives is redact's own.
type (
	MaskOptions = redact.Options
	MaskedSpan  = redact.Span
	Named       = redact.Person
)

// Mask replaces whatever in text names somebody, without anybody looking at it:
// enough for a text that goes on to a reviewer, and not a promise. It needs no
// journal. Spans count code points of text. It gives the errors of Engine.
func (a *App) Mask(text string, o MaskOptions) (string, []MaskedSpan, error) {
	engine, err := a.Engine()
	if err != nil {
		return "", nil, err
	}
	masked, spans := engine.Mask(text, o)
	return masked, spans, nil
}
