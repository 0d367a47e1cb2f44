@echo off
rem Builds the jar the first time, then runs it.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\barometer.jar"
if not exist "%JAR%" (
  echo building Barometer ... 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true package 1>&2
  if errorlevel 1 exit /b 1
  popd
)
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java") else (set "JAVA=java")
"%JAVA%" %BAROMETER_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
