package app

import (
	"aftershift/internal/alliance"
	relations "aftershift/internal/app/alliance"
	"aftershift/internal/app/core"
	peers "aftershift/internal/app/groups"
	"aftershift/internal/app/keeping"
	practice "aftershift/internal/app/learning"
	"aftershift/internal/app/looking"
	"aftershift/internal/app/moving"
	"aftershift/internal/app/sessions"
	"aftershift/internal/app/sharing"
	"aftershift/internal/app/writing"
	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/library"
	"aftershift/internal/search"
	"aftershift/internal/supervision"
)

// What pages and the command line name stands in the rooms that own it.
type (
	Config      = core.Config
	Preferences = core.Preferences
	Terms       = core.Terms
	Settings    = core.Settings
	Place       = core.Place
	Unfinished  = core.Unfinished
	Person      = core.Person
	Event       = core.Event
	SavedSearch = core.SavedSearch
	AlwaysKept  = core.AlwaysKept
	Legend      = core.Legend
	LegendLine  = core.LegendLine

	Filter   = search.Filter
	Span     = search.Span
	Query    = search.Query
	NameList = search.Names
	Part     = search.Part

	Agenda        = sessions.Agenda
	Bringing      = sessions.Bringing
	Came          = sessions.Came
	Deed          = sessions.Deed
	Deeds         = sessions.Deeds
	Plan          = sessions.Plan
	Preparing     = sessions.Preparing
	SessionReview = sessions.SessionReview
	Sitting       = sessions.Sitting
	Suggestion    = sessions.Suggestion
	Support       = sessions.Support
	ToRecord      = sessions.ToRecord
	Waiting       = sessions.Waiting

	Later = writing.Later

	Past     = looking.Past
	Patterns = looking.Patterns
	Mean     = looking.Mean
	Helped   = looking.Helped
	Week     = looking.Week
	Around   = looking.Around
	Notice   = looking.Notice

	GroupView      = peers.View
	GroupMember    = peers.Member
	GroupTurn      = peers.Turn
	GroupSetUp     = peers.SetUp
	MeetingStart   = peers.Start
	MeetingSitting = peers.Sitting

	HoursLog    = practice.HoursLog
	HoursWeek   = practice.Week
	WeekEntry   = practice.WeekEntry
	Year        = practice.Year
	Question    = practice.Question
	Competences = practice.Competences

	AgendaPaper     = sharing.AgendaPaper
	RunSheet        = sharing.RunSheet
	RecordPaper     = sharing.RecordPaper
	FactsPaper      = sharing.FactsPaper
	EntriesPaper    = sharing.EntriesPaper
	CasePaper       = sharing.CasePaper
	DigestPaper     = sharing.DigestPaper
	HoursPaper      = sharing.HoursPaper
	CPDPaper        = sharing.CPDPaper
	FieldText       = sharing.FieldText
	EvidencePaper   = sharing.EvidencePaper
	GroupSheet      = sharing.GroupSheet
	RoundPaper      = sharing.RoundPaper
	Inclusion       = sharing.Inclusion
	News            = sharing.News
	Profile         = core.Profile
	Field           = core.Field
	Copy            = sharing.Copy
	AgreementPaper  = sharing.AgreementPaper
	HandoverPaper   = sharing.HandoverPaper
	EvaluationPaper = sharing.EvaluationPaper
	CardPaper       = sharing.CardPaper
	PracticesPaper  = sharing.PracticesPaper
	Saying          = sharing.Saying
	Sheet           = sharing.Sheet
	Paper           = sharing.Paper
	CopyOf          = sharing.CopyOf
	Format          = sharing.Format
	Line            = sharing.Line
	Piece           = sharing.Piece
	Finding         = sharing.Finding
	Decision        = sharing.Decision
	Style           = sharing.Style
	State           = sharing.State
	Spot            = sharing.Spot
	SharedCopy      = sharing.SharedCopy
	NameHint        = sharing.NameHint
	Hinting         = sharing.Hinting
	Hinter          = sharing.Hinter
	Met             = sharing.Met
	NameSearch      = sharing.NameSearch

	Backup    = keeping.Backup
	Checkup   = keeping.Checkup
	Condition = keeping.Condition
	Cost      = core.Cost
	Findings  = keeping.Findings
	Keeping   = keeping.Keeping
	Key       = keeping.Key
	Preview   = keeping.Preview
	Brought   = library.Brought
	Whole     = keeping.Whole
	WholeAt   = keeping.WholeAt
	Incoming  = moving.Incoming
	Told      = moving.Told
	Taking    = moving.Taking
	Aside     = library.Aside
	Why       = library.Why
)

// What a command line hands around is journal's and supervision's own.
type (
	ThemeID      = journal.ThemeID
	ID           = journal.ID
	Day          = journal.Date
	Entry        = journal.Entry
	Section      = journal.Section
	Share        = journal.Share
	Impact       = journal.Impact
	Rating       = journal.Rating
	Level        = journal.Level
	Affect       = journal.Affect
	Overview     = journal.Overview
	Session      = supervision.Session
	Item         = supervision.AgendaItem
	Account      = supervision.Account
	Outcome      = supervision.Outcome
	Action       = supervision.Action
	Relationship = supervision.Relationship
)

// What a group is, and how it meets, is groups' own.
type (
	Group      = groups.Group
	Member     = groups.Member
	Meeting    = groups.Meeting
	Step       = groups.Step
	OthersNote = groups.Note
	Procedure  = groups.Procedure
)

// What is learned, and what it is held against, is learning's own.
type (
	Hours       = learning.Hours
	HoursTaking = practice.Taking
	HoursKind   = learning.HoursKind
	CPDPiece    = learning.Piece
	Need        = learning.Need
	Evidence    = learning.Evidence
	Pack        = learning.Pack
	Purpose     = learning.Purpose
	Verdict     = learning.Verdict
	Competence  = learning.Row
)

// What people agree on, aim at and are to each other is the alliance's own.
type (
	Agreement  = alliance.Agreement
	Term       = alliance.Term
	Goal       = alliance.Goal
	GoalState  = alliance.GoalState
	Evaluation = alliance.Evaluation
	Practice   = alliance.Practice
	Help       = alliance.Help
	NetworkMap = alliance.Map
	NetworkRow = alliance.Row
	Contact    = alliance.Contact
	Served     = alliance.Served
	Between    = relations.Between
	ToReview   = relations.ToReview
)

// What packs are for, and how a rule can stand.
const (
	ForHours       = learning.ForHours
	ForCPD         = learning.ForCPD
	ForCompetences = learning.ForCompetences
	ForMilestones  = learning.ForMilestones
	VerdictMet     = learning.Met
	VerdictBeyond  = learning.Beyond
	GroupHours     = learning.GroupHours
)

// How a goal can stand, and in what way a network is thin.
const (
	GoalAimed   = alliance.Aimed
	GoalReached = alliance.Reached
	GoalLetGo   = alliance.LetGo
	ThinNobody  = alliance.Nobody
)

// What can change; an Event's Kind is one of these.
const (
	EntrySaved         = core.EntrySaved
	EntryGone          = core.EntryGone
	SupervisionChanged = core.SupervisionChanged
	SettingsChanged    = core.SettingsChanged
	PeopleChanged      = core.PeopleChanged
	ThemesChanged      = core.ThemesChanged
	TemplatesChanged   = core.TemplatesChanged
	UndoChanged        = core.UndoChanged
	BackupsChanged     = core.BackupsChanged
	Verified           = core.Verified
)

// What a line of a copy is, how a finding can stand, and what can be decided on it.
const (
	TitleLine   = sharing.TitleLine
	FieldLine   = sharing.FieldLine
	HeadingLine = sharing.HeadingLine
	TextLine    = sharing.TextLine
	HeadLine    = sharing.HeadLine
	RowLine     = sharing.RowLine
	RuleLine    = sharing.RuleLine
	FooterLine  = sharing.FooterLine
	StatePlain  = sharing.StatePlain
	StateOpen   = sharing.StateOpen
	StateMasked = sharing.StateMasked
	StateKept   = sharing.StateKept
	Mask        = sharing.Mask
	Keep        = sharing.Keep
	TypePerson  = sharing.TypePerson
)

// Bounds and usual values, as their rooms have them.
const (
	MinIdleMinutes      = core.MinIdleMinutes
	MaxIdleMinutes      = core.MaxIdleMinutes
	MinTrashDays        = core.MinTrashDays
	RecoveryWords       = keeping.RecoveryWords
	MaxTrashDays        = core.MaxTrashDays
	MinTextSize         = core.MinTextSize
	MaxTextSize         = core.MaxTextSize
	JournalSuffix       = core.JournalSuffix
	LockedSuffix        = keeping.LockedSuffix
	UsualWant           = core.UsualWant
	UsualMinutes        = core.UsualMinutes
	UsualSessionMinutes = sessions.UsualSessionMinutes
	MaxMinutes          = supervision.MaxMinutes
	MaxCadence          = supervision.MaxCadence
	AwayDays            = keeping.AwayDays
	AnyFlag             = search.AnyFlag
	Few                 = looking.Few
	OthersDays          = groups.KeepDays
)

// The reasons why a record is set aside, and how an item can be settled.
const (
	Damaged   = library.Damaged
	Missing   = library.Missing
	Newer     = library.Newer
	Fields    = library.Fields
	Names     = library.Names
	Rebuilt   = library.Rebuilt
	Withdrawn = supervision.Withdrawn
	Solved    = supervision.Solved
)

// What needs neither a program nor a journal, as its room has it.
var (
	Go                = core.Go
	Hardest           = looking.Hardest
	Ago               = looking.Ago
	AllTerms          = core.AllTerms
	NewNames          = search.NewNames
	MarksIn           = search.Marks
	AskBack           = keeping.AskBack
	CheckPassphrase   = keeping.CheckPassphrase
	LockedFormat      = sharing.LockedFormat
	MeasurePassphrase = keeping.MeasurePassphrase
	SuggestPassphrase = keeping.SuggestPassphrase
	CostOf            = keeping.CostOf
	ReviewOf          = sessions.ReviewOf
	Formats           = sharing.Formats
	FormatNamed       = sharing.FormatNamed
	Styles            = sharing.Styles
	AgreementTerms    = alliance.Terms
	GoalStates        = alliance.GoalStates
	Helps             = alliance.Helps
	Ways              = alliance.Ways
	WithWays          = alliance.WithWays
	EvidenceKinds     = learning.EvidenceKinds
	Purposes          = learning.Purposes
	ReadHours         = learning.ReadHours
	ReadKindHours     = practice.ReadKindHours
	QuestionNames     = practice.QuestionNames
	WeekOf            = learning.WeekOf
	HoursText         = practice.HoursText
	AudienceFields    = core.Fields
	NewHinter         = sharing.NewHinter
)
