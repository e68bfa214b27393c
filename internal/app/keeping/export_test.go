package keeping

import (
	"context"
	"time"

	"aftershift/internal/library"
)

// Lib gives tests the library of an open journal.
func (d *Desk) Lib() *library.Library { return d.Library() }

// What tests read or do by themselves.
const (
	BackupAfter    = backupAfter
	KeptDays       = keptDays
	KeptWeeks      = keptWeeks
	KeptMonths     = keptMonths
	RecallEvery    = recallEvery
	RecallLater    = recallLater
	AskedBack      = askedBack
	TellingLetters = tellingLetters
	RecallSalt     = recallSalt
	CostEvery      = costEvery
)

var Spare = spare

func (d *Desk) BackUpIfDue(ctx context.Context) { d.backUpIfDue(ctx) }
func (d *Desk) CheckCost(ctx context.Context)   { d.checkCost(ctx) }
func (d *Desk) BackupName(at time.Time) string  { return d.backupName(at) }
