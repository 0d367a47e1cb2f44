package no.barometer.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014 | 2014",
                "Wave 2012 - weighted | 2012",
                "media_2014.xlsx | 2014",
                "2014 (n=1012) | 2014",
                "Tabell 3 2014 | 2014",
                "report_2014_2 | 2014",
                "2014-03 | 2014-03",
                "201403 | 2014-03",
                "2014/03 | 2014-03",
                "2014m03 | 2014-03",
                "03.2019 | 2019-03",
                "03/2020 | 2020-03",
                "mars 2017 | 2017-03",
                "march_2017 | 2017-03",
                "Sept. 2017 | 2017-09",
                "2017 desember | 2017-12",
                "2014K2 | 2014-Q2",
                "2014 - Q3 | 2014-Q3",
                "Q1/2015 | 2015-Q1",
                "2016/Q1 | 2016-Q1",
                "2. kvartal 2014 | 2014-Q2",
                "1.kvartal-2004 | 2004-Q1",
                "2014 2. kvartal | 2014-Q2",
                "1st quarter 2007 | 2007-Q1",
                "2. halvår 2014 | 2014-H2",
                "2014-H1 | 2014-H1",
                "H1 2017 | 2017-H1",
                "H2/2018 | 2018-H2",
                "2012-W07 | 2012-W07",
                "uke 7 2012 | 2012-W07",
                "Week 7, 2013 | 2013-W07",
                "2012 uke 52 | 2012-W52",
                "2012-03-14 | 2012-03-14",
                "14.3.2012 | 2012-03-14",
                "12. mars 2008 | 2008-03-12",
                "March 12, 2008 | 2008-03-12",
                "12th March 2008 | 2008-03-12"
            })
    void readsTheWaveThatATextSpeaksOf(String text, String wave) {
        assertThat(Waves.in(text, Map.of()).map(Wave::id)).contains(wave);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-1",
                "2021-3",
                "2010-15",
                "2011/12",
                "2019/20",
                "1.2014",
                "15/03/2022",
                "03/04/2022",
                "3. tertial 2005",
                "5. kvartal 2014",
                "2014 kvartal",
                "Q5 2014",
                "2013 and 2014",
                "2014-02-30",
                "week 60 2012",
                "12014",
                "none"
            })
    void takesNoYearForAPartOfItThatIsNotUnderstood(String text) {
        assertThat(Waves.in(text, Map.of())).isEmpty();
    }
}
