package lex

import "strings"

// MonthPattern is a pattern of month names in English, and in Irish and Welsh for
// texts that mix languages.
const MonthPattern = `(?i:january|february|march|april|may|june|july|august|september|october|november|december|` +
	`jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|` +
	`eanáir|feabhra|márta|aibreán|bealtaine|meitheamh|iúil|lúnasa|samhain|nollaig|` +
	`ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|` +
	`janvier|février|avril|juin|juillet|août|septembre|octobre|décembre|januarie|februarie|maart|junie|julie|oktober|desember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)`

// OrdinalPattern is a pattern of written days of the month.
const OrdinalPattern = `(?i:(?:twenty|thirty)[- ])?(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|` +
	`twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)`

// monthNamesAbroad are names of months that stand behind a day alone.
const monthNamesAbroad = "januar jänner februar märz maerz mai juni juli august september oktober november dezember janvier février avril juin juillet août septembre " +
	"octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio " +
	"giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro stycznia lutego marca kwietnia " +
	"maja czerwca lipca sierpnia września października listopada grudnia januari februari maart april mei maj augusti augustus december desember ocak " +
	"şubat nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık " +
	"janv févr avr juil déc ene abr dic okt dez"

// MonthAbroadPattern is a pattern of them, and MonthsAbroad holds them folded.
var (
	MonthAbroadPattern = `(?i:` + strings.ReplaceAll(monthNamesAbroad, " ", "|") + `)`
	MonthsAbroad       = SetOf(Fold(monthNamesAbroad) + " mars marts mart")
)

// MonthNames are the English names of months, in order.
var MonthNames = strings.Fields("january february march april may june july august september october november december")
