@echo off
rem Builds the jar the first time, then runs it.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\barometer.jar"
if exist "%JAR%" goto run
echo building Barometer ... 1>&2
call mvn -f "%HOME_DIR%pom.xml" -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true package 1>&2
if errorlevel 1 exit /b 1
:run
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" %BAROMETER_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
