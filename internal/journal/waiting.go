package journal

// What makes a short note worth going deeper into: it hit or is carried at this mark or
// more, or is to be brought to supervision, and was written within these days, not
// today. Reflecting comes after a night; after four weeks little of it is left to tell.
const (
	deeperFrom = 5
	deeperFor  = 28 // days
)

// Deepens reports whether a note in the quick template may be worth going deeper into,
// as of today, unless its writer said that it is enough.
func (o Overview) Deepens(today Date) bool {
	hit, _ := o.Hit.Value()
	carrying, _ := o.Carrying.Value()
	weighs := hit >= deeperFrom || carrying >= deeperFrom || o.Flag != NoFlag
	ago := DateOf(o.Written).DaysUntil(today)
	return weighs && !o.Enough && o.Trashed == nil && ago >= 1 && ago <= deeperFor
}

// DueAgain reports whether the day has come on which to look at the entry again.
func (o Overview) DueAgain(today Date) bool {
	return o.Again != "" && o.Again <= today && o.Trashed == nil
}
